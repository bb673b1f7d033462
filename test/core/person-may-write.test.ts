import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelNames, type SupportedChannel } from '../../src/core/channel.js';
import { noConsent } from '../../src/core/consent.js';
import { beginConversation, type Conversation } from '../../src/core/conversation.js';
import { basisOfReply, maySend } from '../../src/core/permission.js';
import { personMayWrite, sendableTemplates } from '../../src/core/person-may-write.js';
import type { TemplateDefinition } from '../../src/core/resources.js';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 0, 12);

function on(channel: SupportedChannel, changes: Partial<Conversation> = {}): Conversation {
  const identity = { id: 'c', workspace: 'main', account: 'studio', channel, contactId: 'x' };
  return {
    ...beginConversation(identity, noConsent),
    lastContactAt: now - hour,
    lastContactEventId: 'e',
    ...changes,
  };
}

const stoppedAt = (at: number) => ({ stopped: { occurredAt: at, receivedAt: at }, topics: {} });

describe('what a person may write', () => {
  it.each(['instagram', 'messenger'] as const)(
    'is free for a day on %s, and as a person for a week',
    (channel) => {
      const written = now - hour;

      expect(personMayWrite(on(channel), now)).toEqual({
        now: { basis: 'person', until: written + day },
        then: { basis: 'human_agent', until: written + 7 * day },
        refusal: null,
      });
      expect(personMayWrite(on(channel), written + 2 * day)).toEqual({
        now: { basis: 'human_agent', until: written + 7 * day },
        then: null,
        refusal: null,
      });
      expect(personMayWrite(on(channel), written + 7 * day)).toEqual({
        now: null,
        then: null,
        refusal: 'window_closed',
      });
    },
  );

  it('is free for a day on WhatsApp, and then nothing', () => {
    const written = now - hour;

    expect(personMayWrite(on('whatsapp'), now)).toMatchObject({ now: { until: written + day }, then: null });
    expect(personMayWrite(on('whatsapp'), written + day)).toMatchObject({
      now: null,
      refusal: 'window_closed',
    });
  });

  it.each(['telegram', 'x', 'simulator'] as const)(
    'never ends on %s, once the contact has written',
    (channel) => {
      const never = { lastContactAt: null, lastContactEventId: null };

      expect(personMayWrite(on(channel), now + 365 * day)).toEqual({
        now: { basis: 'person', until: null },
        then: null,
        refusal: null,
      });
      expect(personMayWrite(on(channel, never), now)).toMatchObject({ now: null, refusal: 'window_closed' });
    },
  );

  it('is nothing after STOP, until the contact writes again', () => {
    const quiet = on('messenger', { consent: stoppedAt(now - hour) });
    const wroteSince = on('messenger', { consent: stoppedAt(now - 2 * hour) });

    expect(personMayWrite(quiet, now)).toEqual({ now: null, then: null, refusal: 'stopped' });
    expect(personMayWrite(wroteSince, now)).toEqual({
      now: { basis: 'person_after_stop', until: now - hour + day },
      then: null,
      refusal: null,
    });
  });

  it('is nothing to whom was called spam, or cannot be reached', () => {
    const blocked = on('telegram', { blocked: { by: { id: 'u', name: 'Kim' }, at: now } });

    expect(personMayWrite(blocked, now)).toMatchObject({ now: null, refusal: 'blocked' });
    expect(personMayWrite(on('x', { unreachable: true }), now)).toMatchObject({ refusal: 'unreachable' });
  });

  it('is what the claim lets through, at every moment', () => {
    const moments = fc.integer({ min: now - 10 * day, max: now });
    const conversations = fc.record({
      channel: fc.constantFrom(...channelNames),
      lastContactAt: fc.option(moments),
      stopped: fc.option(moments),
    });
    fc.assert(
      fc.property(conversations, moments, ({ channel, lastContactAt, stopped }, when) => {
        const conversation = on(channel, {
          lastContactAt,
          lastContactEventId: lastContactAt === null ? null : 'e',
          consent: stopped === null ? noConsent : stoppedAt(stopped),
        });
        const basis = basisOfReply(conversation, when);
        const message = { basis, speaker: { kind: 'person', name: 'Kim' } as const, epoch: 0 };
        const may = personMayWrite(conversation, when);

        expect(may.now === null).toBe(maySend(conversation, message, when) !== null);
        if (may.now?.until != null) {
          const later = personMayWrite(conversation, may.now.until);
          expect(later.now).toEqual(may.then);
          expect(personMayWrite(conversation, may.now.until - 1).now).toEqual(may.now);
        }
      }),
    );
  });
});

describe('the templates that a person may send', () => {
  const template = (name: string, topic: string | null): TemplateDefinition => ({
    name,
    platformName: name,
    category: topic === null ? 'utility' : 'marketing',
    topic,
    texts: {
      en: { language: 'en_US', body: 'Hi {{1}}, {{2}} and {{1}}' },
      de: { language: 'de', body: 'Hallo' },
    },
  });
  const templates = [template('reminder', null), template('tips', 'weekly_tips')];
  const granted = { stopped: null, topics: { weekly_tips: { state: 'granted', occurredAt: now } } } as const;

  it('are those of the workspace in each language, with their gaps', () => {
    expect(sendableTemplates(on('whatsapp'), templates, now + 9 * day)).toMatchObject([
      { name: 'reminder', language: 'en', gaps: 2, refusal: null },
      { name: 'reminder', language: 'de', gaps: 0, refusal: null },
      { name: 'tips', language: 'en', topic: 'weekly_tips', refusal: 'no_consent' },
      { name: 'tips', language: 'de', refusal: 'no_consent' },
    ]);
  });

  it('need consent to their topic, and none after STOP', () => {
    const refusals = (changes: Partial<Conversation>) =>
      new Set(sendableTemplates(on('whatsapp', changes), templates, now).map(({ refusal }) => refusal));

    expect(refusals({ consent: granted })).toEqual(new Set([null]));
    expect(refusals({ consent: stoppedAt(now) })).toEqual(new Set(['stopped']));
    expect(refusals({ blocked: { by: { id: null, name: 'Kim' }, at: now } })).toEqual(new Set(['blocked']));
  });

  it('are none where the channel has none', () => {
    for (const channel of channelNames.filter((name) => name !== 'whatsapp'))
      expect(sendableTemplates(on(channel), templates, now)).toEqual([]);
  });
});
