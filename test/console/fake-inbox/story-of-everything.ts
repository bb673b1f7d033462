import { factOf, lineIn, lineOfPerson, lineOut, noteOf } from './story-lines.js';
import { day, hour, minute, momentOf, type TimelineItem } from './world.js';

const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="320" height="200"%3E%3Crect width="320" height="200" fill="%23c8e4dd"/%3E%3C/svg%3E';

/** A story with every kind of message, of note and of fact, told over two days. */
export function storyOfEverything(now: number): readonly TimelineItem[] {
  const begun = now - 2 * day;
  return [
    ...beginning(begun),
    ...whatBotsSay(begun + hour),
    ...whatFails(begun + 3 * hour, now),
    ...whatContactsSend(now - 5 * hour),
    ...whatHappens(now - 4 * hour),
    ...whatPeopleSay(now - 3 * hour),
    lineIn('in-latest', now - 4 * minute, 'Perfect, and is the course also in English?'),
  ];
}

function beginning(at: number): TimelineItem[] {
  return [
    lineIn('in-comment', at, 'Guide please!', { public: true }),
    lineOut('out-public', at + 1_000, 'Sent! Check your DMs.', {
      public: true,
      basis: { kind: 'public_reply', comment_id: 'comment-1' },
    }),
    factOf('fact-run', at + 1_000, 'run_started', null, { flow: 'guide' }),
    lineOut('out-private', at + 2_000, 'Here is the guide', {
      link: {
        label: 'Get the guide',
        url: 'https://studio.example/l/abc',
        leads_to: 'https://example.com/guide',
      },
      basis: { kind: 'private_reply', comment_id: 'comment-1', until: momentOf(at + 7 * day) },
    }),
    lineIn('in-stop', at + 10 * minute, 'STOP'),
    factOf('fact-stop', at + 10 * minute, 'stopped'),
    lineOut('out-stop', at + 10 * minute, 'You are unsubscribed.', {
      basis: { kind: 'confirmation', of: 'stop' },
      speaker: { kind: 'system', rule: 'stop' },
    }),
    lineIn('in-start', at + 30 * minute, 'START'),
    factOf('fact-start', at + 30 * minute, 'resumed'),
  ];
}

function whatBotsSay(at: number): TimelineItem[] {
  return [
    lineOut('out-quick', at, 'One short tip a week?', {
      quick_replies: [
        { title: 'Yes please', payload: 'consent:yes' },
        { title: 'No', payload: 'consent:no' },
      ],
    }),
    lineIn('in-yes', at + minute, 'Yes please'),
    factOf('fact-consent', at + minute, 'consent_granted', null, { topic: 'weekly_tips' }),
    lineOut('out-picture', at + 2 * minute, '', {
      media: { kind: 'image', url: picture, alt: 'The cover of the guide' },
    }),
    lineOut('out-cards', at + 3 * minute, '', {
      cards: ['Growth', 'Pricing', 'Launch'].map((title) => ({
        title: `${title} course`,
        text: 'Six weeks, in the evening.',
        image: picture,
        button: { kind: 'postback', label: 'Tell me more', payload: title },
      })),
    }),
    lineOut('out-buttons', at + 4 * minute, 'How shall we go on?', {
      buttons: [
        {
          kind: 'link',
          label: 'Our site',
          url: 'https://studio.example/l/xyz',
          leads_to: 'https://example.com',
        },
        { kind: 'call', label: 'Call us', phone: '+49301234567' },
      ],
    }),
    factOf('fact-outcome', at + 5 * minute, 'outcome_reached', null, { outcome: 'delivered' }),
  ];
}

function whatFails(at: number, now: number): TimelineItem[] {
  return [
    lineOut('out-unknown', at, 'Did this arrive?', {
      state: 'unknown',
      reason: 'The platform did not answer.',
    }),
    lineOut('out-failed', at + minute, 'This did not.', {
      state: 'failed',
      reason: 'The platform refused it: too long.',
    }),
    lineOut('out-not-sent', at + 2 * minute, 'A tip: write to one person.', {
      state: 'not_sent',
      refusal: 'no_consent',
      reason: 'They did not agree to the topic.',
      basis: null,
    }),
    lineOut('out-cancelled', at + 3 * minute, 'Are you still there?', {
      state: 'cancelled',
      refusal: 'owner_changed',
      reason: 'Sam took over.',
    }),
    lineOut('out-template', at + 4 * minute, 'Your booking of Tuesday is confirmed.', {
      state: 'delivered',
      basis: { kind: 'template', topic: null },
      speaker: { kind: 'person', name: 'Sam Okafor', id: null },
    }),
    lineOut('out-token', at + 5 * minute, 'This week’s tip', {
      state: 'sent',
      basis: { kind: 'marketing_token', topic: 'weekly_tips', until: momentOf(now + 90 * day) },
    }),
  ];
}

function whatContactsSend(at: number): TimelineItem[] {
  const attachment = { name: null, mime_type: null, has_content: true };
  return [
    lineIn('in-photo', at, '', { attachments: [{ ...attachment, type: 'image', mime_type: 'image/jpeg' }] }),
    lineIn('in-file', at + minute, 'The invoice', {
      attachments: [{ ...attachment, type: 'file', name: 'invoice.pdf', mime_type: 'application/pdf' }],
    }),
    lineIn('in-share', at + 2 * minute, '', {
      attachments: [{ ...attachment, type: 'share', has_content: false }],
    }),
    lineIn('in-elsewhere', at + 3 * minute, 'I answer from my phone.', { from: 'person_elsewhere' }),
    factOf('fact-owner', at + 3 * minute, 'owner_changed', null, { to: 'other' }),
    lineIn('in-arabic', at + 4 * minute, 'هل يمكنني الدفع عند الاستلام؟ Order #48213'),
    lineIn('in-long', at + 5 * minute, 'A long story, told in one breath. '.repeat(30)),
    lineIn('in-hostile', at + 6 * minute, '<img src=x onerror=alert(1)> https://example.com/?q=1&r=2'),
  ];
}

function whatHappens(at: number): TimelineItem[] {
  const facts = [
    ['handoff_opened', null, { team: 'support', reason: 'asked' }],
    ['handoff_assigned', 'Sam Okafor', { to: 'Ida Berg' }],
    ['handoff_unassigned', 'assignment', {}],
    ['handoff_moved', 'Sam Okafor', { team: 'sales' }],
    ['handoff_snoozed', 'Ida Berg', { until: momentOf(at + hour) }],
    ['handoff_woken', null, {}],
    ['tags_changed', 'Ida Berg', { added: 'vip', removed: 'press' }],
    ['consent_withdrawn', null, { topic: 'weekly_tips' }],
    ['consent_refused', null, { topic: 'weekly_tips' }],
    ['handed_back', 'Sam Okafor', { flow: 'guide' }],
    ['handoff_resolved', 'Sam Okafor', { outcome: 'booked' }],
    ['handoff_spam', 'Sam Okafor', {}],
    ['unblocked', 'Sam Okafor', {}],
    ['merged', 'Sam Okafor', {}],
    ['poison', null, { reason: 'An event could not be read.' }],
    ['handoff_taken', 'Ida Berg', {}],
  ] as const;
  return facts.map(([fact, by, details], index) =>
    factOf(`fact-${index}`, at + index * minute, fact, by, details),
  );
}

function whatPeopleSay(at: number): TimelineItem[] {
  const ida = { id: 'u-ida', name: 'Ida Berg' };
  const sam = { id: 'u-sam', name: 'Sam Okafor' };
  return [
    lineOfPerson('out-person', at, 'Hello, this is Ida. I am looking into it.', ida.name),
    noteOf('note-1', at + minute, ida, '@Sam Okafor do we still have places in June?', [sam]),
    noteOf('note-2', at + 3 * minute, sam, 'Yes, two.'),
    lineOfPerson('out-human-agent', at + 5 * minute, 'There are two places left in June.', ida.name, {
      basis: { kind: 'human_agent' },
      state: 'delivered',
    }),
    lineOfPerson('out-queued', at + 6 * minute, 'Shall I keep one for you?', ida.name, { state: 'queued' }),
  ];
}
