import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelNames, type SupportedChannel } from '../../src/core/channel.js';
import { noConsent } from '../../src/core/consent.js';
import { beginConversation, type Conversation } from '../../src/core/conversation.js';
import type { Basis, Speaker } from '../../src/core/message.js';
import { basisOfReply, maySend } from '../../src/core/permission.js';

const day = 86_400_000;
const now = Date.UTC(2026, 0, 12);

function conversation(
  changes: Partial<Conversation> = {},
  channel: SupportedChannel = 'instagram',
): Conversation {
  const begun = beginConversation(
    { id: 'c', workspace: 'main', account: 'studio', channel, contactId: 'x' },
    noConsent,
  );
  return { ...begun, lastContactAt: now - 1_000, ...changes };
}

const stopped = { stopped: { occurredAt: now - 2_000, receivedAt: now - 2_000 }, topics: {} };
const stoppedLast = { stopped: { occurredAt: now - 1_000, receivedAt: now - 1_000 }, topics: {} };
const takenOver = { owner: 'human', epoch: 3, mutedBefore: 3, lastPersonAt: now } as const;
const handedOver = { owner: 'human', epoch: 3, mutedBefore: 0, lastPersonAt: null } as const;

const flow: Speaker = { kind: 'flow', flow: 'guide', version: 'v', step: '1-say', runId: 'r' };
const system: Speaker = { kind: 'system', rule: 'not_understood' };
const person: Speaker = { kind: 'person', name: 'Mia' };

const messages = {
  'a flow’s words': { basis: { kind: 'reply_window' }, speaker: flow },
  'the server’s words': { basis: { kind: 'reply_window' }, speaker: system },
  'the confirmation of STOP': { basis: { kind: 'confirmation', of: 'stop' }, speaker: system },
  'the confirmation of START': { basis: { kind: 'confirmation', of: 'start' }, speaker: system },
  'the answer to HELP': { basis: { kind: 'confirmation', of: 'help' }, speaker: system },
  'a person’s answer': { basis: { kind: 'person' }, speaker: person },
  'a person’s answer after STOP': { basis: { kind: 'person_after_stop', answers: 'e' }, speaker: person },
} as const satisfies Record<string, { basis: Basis; speaker: Speaker }>;

type Message = keyof typeof messages;
const everyMessage = Object.keys(messages) as Message[];

/** What is refused in a situation, and why; everything else may be sent. */
const situations: readonly (readonly [
  situation: string,
  Conversation,
  refused: Partial<Record<Message, ReturnType<typeof maySend>>>,
])[] = [
  ['an open chat', conversation(), {}],
  [
    'a chat whose contact said STOP and wrote again',
    conversation({ consent: stopped }),
    {
      'a flow’s words': 'stopped',
      'the server’s words': 'stopped',
      'the confirmation of START': 'stopped',
      'the answer to HELP': 'stopped',
      'a person’s answer': 'stopped',
    },
  ],
  [
    'a chat whose contact said STOP last',
    conversation({ consent: stoppedLast }),
    {
      'a flow’s words': 'stopped',
      'the server’s words': 'stopped',
      'the confirmation of START': 'stopped',
      'the answer to HELP': 'stopped',
      'a person’s answer': 'stopped',
      'a person’s answer after STOP': 'stopped',
    },
  ],
  [
    'a chat that a person took over since',
    conversation({ ownership: takenOver }),
    {
      'a flow’s words': 'owner_changed',
      'the server’s words': 'owner_changed',
      'the confirmation of START': 'owner_changed',
      'the answer to HELP': 'owner_changed',
    },
  ],
  [
    'a chat whose contact said STOP since, and START',
    conversation({ silencedBefore: 1 }),
    { ...refuseAll('stopped'), 'the confirmation of STOP': null },
  ],
  ['a chat that the bot handed over since', conversation({ ownership: handedOver }), {}],
  ['a chat whose window is closed', conversation({ lastContactAt: now - day }), refuseAll('window_closed')],
  ['a chat in which nobody ever wrote', conversation({ lastContactAt: null }), refuseAll('window_closed')],
  ['a chat with one who is gone', conversation({ unreachable: true }), refuseAll('unreachable')],
  ['an old chat on a channel without a window', conversation({ lastContactAt: 0 }, 'simulator'), {}],
  [
    'a chat on such a channel in which nobody ever wrote',
    conversation({ lastContactAt: null }, 'simulator'),
    refuseAll('window_closed'),
  ],
];

function refuseAll(refusal: ReturnType<typeof maySend>) {
  return Object.fromEntries(everyMessage.map((message) => [message, refusal]));
}

describe.each(situations)('in %s', (_, chat, refused) => {
  it.each(everyMessage)('%s goes out or not', (message) => {
    const facts = { ...messages[message], epoch: 0 };

    expect(maySend(chat, facts, now)).toBe(refused[message] ?? null);
  });
});

describe('the bot', () => {
  it('speaks again once it has the chat back', () => {
    const back = conversation({ ownership: { ...takenOver, owner: 'bot', epoch: 4 } });

    expect(maySend(back, { ...messages['a flow’s words'], epoch: 4 }, now)).toBeNull();
    expect(maySend(back, { ...messages['a flow’s words'], epoch: 2 }, now)).toBe('owner_changed');
  });
});

describe('several reasons at once', () => {
  it('are told in order of weight: consent, owner, reach, window', () => {
    const chat = conversation({
      consent: stopped,
      ownership: takenOver,
      unreachable: true,
      lastContactAt: 0,
    });
    const words = { ...messages['a flow’s words'], epoch: 0 };

    expect(maySend(chat, words, now)).toBe('stopped');
    expect(maySend({ ...chat, consent: noConsent }, words, now)).toBe('owner_changed');
    expect(maySend({ ...chat, consent: noConsent }, { ...words, epoch: 3 }, now)).toBe('unreachable');
  });
});

const topics = { tips: { state: 'granted', occurredAt: now - day } } as const;
const agreed = { consent: { stopped: null, topics } } as const;

const template: Basis = { kind: 'template', topic: 'tips' };
const utility: Basis = { kind: 'template', topic: null };
const token: Basis = { kind: 'marketing_token', topic: 'tips', token: 't', until: now + day };
const late: Basis = { kind: 'human_agent' };

/** Of a basis that needs no reply window. */
function refusalOf(basis: Basis, channel: SupportedChannel, changes: Partial<Conversation> = {}) {
  const chat = conversation({ lastContactAt: now - 2 * day, ...changes }, channel);
  return maySend(chat, { basis, speaker: basis === late ? person : flow, epoch: 0 }, now);
}

describe('a template', () => {
  it('goes out where the channel has such, whenever the contact last wrote', () => {
    expect(refusalOf(utility, 'whatsapp')).toBeNull();
    expect(refusalOf(utility, 'whatsapp', { lastContactAt: null })).toBeNull();
    for (const channel of channelNames.filter((name) => name !== 'whatsapp'))
      expect(refusalOf(utility, channel)).toBe('channel_cannot');
  });

  it('that promotes needs consent to its topic, and to what promotes', () => {
    const without = { ...topics, marketing: { state: 'withdrawn', occurredAt: now } } as const;
    expect(refusalOf(template, 'whatsapp')).toBe('no_consent');
    expect(refusalOf(template, 'whatsapp', agreed)).toBeNull();
    expect(refusalOf(template, 'whatsapp', { consent: { stopped: null, topics: without } })).toBe(
      'no_consent',
    );
  });

  it('does not go out after STOP', () => {
    expect(refusalOf(utility, 'whatsapp', { consent: stopped })).toBe('stopped');
  });
});

describe('what goes by a marketing token', () => {
  it('goes out on Messenger until it expires, with consent to its topic', () => {
    expect(refusalOf(token, 'messenger', agreed)).toBeNull();
    expect(refusalOf({ ...token, until: now }, 'messenger', agreed)).toBe('token_expired');
    expect(refusalOf(token, 'messenger')).toBe('no_consent');
    for (const channel of channelNames.filter((name) => name !== 'messenger'))
      expect(refusalOf(token, channel, agreed)).toBe('channel_cannot');
  });

  it('does not go out after STOP', () => {
    expect(refusalOf(token, 'messenger', { consent: { ...stopped, topics } })).toBe('stopped');
  });
});

describe('a person’s late answer', () => {
  it('goes out for a week, where the platform gives persons that long', () => {
    expect(refusalOf(late, 'messenger')).toBeNull();
    expect(refusalOf(late, 'instagram', { lastContactAt: now - 7 * day })).toBe('window_closed');
    expect(refusalOf(late, 'instagram', { lastContactAt: null })).toBe('window_closed');
    for (const channel of ['whatsapp', 'telegram', 'x'] as const)
      expect(refusalOf(late, channel)).toBe('channel_cannot');
  });

  it('is never automation’s, nor one after STOP', () => {
    for (const speaker of [flow, system])
      expect(maySend(conversation(), { basis: late, speaker, epoch: 0 }, now)).toBe('basis_missing');
    expect(refusalOf(late, 'messenger', { consent: stopped })).toBe('stopped');
  });
});

describe('whoever speaks, whenever, on whatever channel', () => {
  const anyConsent = fc.constantFrom(noConsent, stopped, stoppedLast, agreed.consent);
  const anyBasis = fc.constantFrom<Basis>(
    ...Object.values(messages).map(({ basis }) => basis),
    { kind: 'private_reply', commentId: 'c', until: now + day },
    { kind: 'public_reply', commentId: 'c' },
    ...[template, utility, token, late],
  );
  const anyFacts = fc.record({
    channel: fc.constantFrom(...channelNames),
    lastContactAt: fc.constantFrom(null, now - 1_000, now - day, now - 3 * day, now - 8 * day),
    consent: anyConsent,
    unreachable: fc.boolean(),
  });

  it('a contact who blocked us gets nothing', () => {
    fc.assert(
      fc.property(anyFacts, anyBasis, fc.constantFrom(flow, system, person), (facts, basis, speaker) => {
        const chat = conversation({ ...facts, unreachable: true }, facts.channel);
        expect(maySend(chat, { basis, speaker, epoch: 0 }, now)).not.toBeNull();
      }),
    );
  });

  it('a person’s answer stands on what was written since STOP only where something was written', () => {
    const chat = conversation({ consent: stopped });
    expect(basisOfReply({ ...chat, lastContactEventId: 'e' }, now)).toEqual({
      kind: 'person_after_stop',
      answers: 'e',
    });
    expect(basisOfReply({ ...chat, lastContactEventId: null }, now)).toEqual({ kind: 'person' });
  });

  it('a person’s answer has a basis that permits it wherever any does', () => {
    fc.assert(
      fc.property(anyFacts, anyBasis, (facts, other) => {
        fc.pre(['person', 'human_agent', 'person_after_stop'].includes(other.kind));
        const chat = conversation({ ...facts, lastContactEventId: 'e' }, facts.channel);
        const refusal = (basis: Basis) => maySend(chat, { basis, speaker: person, epoch: 0 }, now);
        fc.pre(refusal(other) === null);
        // What the contact wrote before a STOP is no reason to answer it: only the basis for that says so.
        fc.pre(other.kind !== 'person_after_stop' || facts.consent.stopped !== null);
        expect(refusal(basisOfReply(chat, now))).toBeNull();
      }),
    );
  });
});
