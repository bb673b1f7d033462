import fc from 'fast-check';
import type { Happening } from './happenings.js';
import { day, firstMoment, hour, minute } from './world.js';

/** Users take, answer and give away; programs have no id. */
export function deedsInTheInbox(): readonly fc.Arbitrary<Happening>[] {
  const doer = fc.constantFrom(
    { person: 'Mia', personId: 'mia' },
    { person: 'Tom', personId: 'tom' },
    { person: 'Shop' },
  );
  const to = fc.constantFrom({ id: 'mia', name: 'Mia' }, { id: 'tom', name: 'Tom' }, null);
  const media = [{ kind: 'image', url: 'https://example.com/print.png', alt: 'A print' }] as const;
  return [
    doer.map((who) => ({ kind: 'personTookOver', ...who })),
    doer.map((who) => ({ kind: 'personReplied', ...who, text: 'Like this one.', media })),
    fc
      .record({ outcome: fc.constantFrom('booked', null), asksForRating: fc.boolean() })
      .map((end) => ({ kind: 'handoffResolved', person: 'Mia', ...end })),
    fc
      .constantFrom('project', '4-set', 'nowhere')
      .map((step) => ({ kind: 'handedBack', person: 'Mia', flow: 'guide', step })),
    to.map((one) => ({ kind: 'handoffAssigned', person: 'Mia', to: one })),
    fc.constantFrom('mia', null).map((expected) => ({
      kind: 'handoffAssigned',
      person: 'assignment',
      to: { id: 'tom', name: 'Tom' },
      expected,
    })),
    fc
      .constantFrom('sales', 'support', 'nobody')
      .map((team) => ({ kind: 'handoffAssigned', person: 'Mia', team, priority: 'high' })),
    fc
      .constantFrom(minute, 5 * hour, 3 * day)
      .map((later) => ({ kind: 'handoffSnoozed', person: 'Mia', until: firstMoment + later })),
    fc.constant({ kind: 'handoffSnoozed', person: 'Mia', until: null }),
    fc.constant({
      kind: 'noteAdded',
      person: 'Mia',
      text: 'Be kind.',
      mentions: [{ id: 'tom', name: 'Tom' }],
    }),
    fc.constant({ kind: 'tagsChanged', person: 'Mia', add: ['vip'], remove: ['reader'] }),
    fc.boolean().map((isBlocked) => ({ kind: 'contactBlocked', person: 'Mia', isBlocked })),
    fc.constant({
      kind: 'personSentTemplate',
      person: 'Mia',
      template: 'hello_again',
      language: 'en',
      gaps: ['Ada'],
    }),
  ];
}
