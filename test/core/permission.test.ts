import { describe, expect, it } from 'vitest';
import type { SupportedChannel } from '../../src/core/channel.js';
import { noConsent } from '../../src/core/consent.js';
import { beginConversation, type Conversation } from '../../src/core/conversation.js';
import type { Basis, Speaker } from '../../src/core/message.js';
import { maySend } from '../../src/core/permission.js';

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
