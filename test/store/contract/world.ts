import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../../src/core/conversation.js';
import type { Decision } from '../../../src/core/decision.js';
import type { Effect } from '../../../src/core/effect.js';
import type { Event } from '../../../src/core/event.js';
import type { OutgoingMessage } from '../../../src/core/message.js';
import type {
  Address,
  Applied,
  Arrival,
  Claim,
  ClaimedMessage,
  ClaimGate,
  Decide,
  Store,
} from '../../../src/store/store.js';

/** Opens a new, empty store; the contract is run once for each engine that can. */
export type OpenStore = () => Promise<Store>;

/** 2026-11-22T10:00:00Z */
export const noon = Date.UTC(2026, 10, 22, 10);
export const second = 1000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

type Content = Arrival['content'];

interface Whose {
  readonly workspace?: string;
  readonly account?: string;
  readonly channel?: 'instagram' | 'messenger' | 'simulator';
  readonly contact?: string;
}

export function platformAddress(whose: Whose = {}): Address {
  const { workspace = 'nord', account = 'studio_ig', channel = 'instagram', contact = 'ada' } = whose;
  return { kind: 'platform', workspace, account, channel, contactPlatformId: contact };
}

/** A contact writes `text`; every call is another message unless `key` says that it is the same. */
export function writes(text: string, options: Whose & { key?: string; at?: number } = {}): Arrival {
  const { key = randomUUID(), at = noon } = options;
  const content: Content = {
    kind: 'messageReceived',
    occurredAt: at,
    receivedAt: at,
    platformMessageId: `mid.${key}`,
    text,
    quickReply: null,
    storyReply: null,
    replyTo: null,
    referral: null,
    attachments: [],
  };
  return { address: platformAddress(options), key, content };
}

/** Anything else that the platform tells. */
export function tells(content: Content, options: Whose & { key?: string } = {}): Arrival {
  return { address: platformAddress(options), key: options.key ?? randomUUID(), content };
}

/** Anything that the engine says to a conversation. */
export function happens(conversationId: string, content: Content, key: string = randomUUID()): Arrival {
  return { address: { kind: 'conversation', conversationId }, key, content };
}

export function at(time: number): { occurredAt: number; receivedAt: number } {
  return { occurredAt: time, receivedAt: time };
}

/** A decision that changes nothing but what is given. */
export function decision(conversation: Conversation, effects: readonly Effect[] = []): Decision {
  return { conversation, effects, disposition: 'handled', trace: [{ rule: 'test', result: 'as told' }] };
}

/** Decides every event with these effects. */
export function doing(...effects: readonly Effect[]): Decide {
  return (conversation) => decision(conversation, effects);
}

export const nothing: Decide = (conversation) => decision(conversation);

/** A message of the bot, queued; its id is derived from the event's, like the core's are. */
export function botMessage(
  event: Event,
  text: string,
  changes: Partial<OutgoingMessage> = {},
): OutgoingMessage {
  return {
    id: `${event.id}.1`,
    body: { text },
    basis: { kind: 'reply_window' },
    speaker: { kind: 'flow', flow: 'guide', version: 'v1', step: '1-say', runId: 'run' },
    eventId: event.id,
    epoch: 0,
    state: 'queued',
    ...changes,
  };
}

export function say(event: Event, text: string, changes: Partial<OutgoingMessage> = {}): Effect {
  return { kind: 'sendMessage', message: botMessage(event, text, changes) };
}

/** Records what was written and repeats it. */
export const parrot: Decide = (conversation, event) => {
  if (event.kind !== 'messageReceived') return decision(conversation);
  const { id, text, platformMessageId, occurredAt, receivedAt } = event;
  const message = {
    id: `${id}.in`,
    from: 'contact',
    text,
    platformMessageId,
    occurredAt,
    receivedAt,
    via: 'text',
  } as const;
  return decision({ ...conversation, lastContactAt: occurredAt }, [
    { kind: 'recordMessage', message },
    say(event, text),
  ]);
};

/** Whatever is asked may be sent, at once. */
export const openGate: ClaimGate = { maySend: () => null, takeSlot: () => null };

/** One arrival at a time reads better in most tests. */
export async function applyOne(store: Store, arrival: Arrival, decide: Decide = parrot): Promise<Applied> {
  const [applied] = await store.apply([arrival], decide);
  if (applied === undefined) throw new Error('The store answered nothing.');
  return applied;
}

/** Claims what is to be sent; fails where there is nothing. */
export async function claimMessage(
  store: Store,
  conversationId: string,
  now = noon,
): Promise<ClaimedMessage> {
  const claim = await store.claim(conversationId, now, openGate);
  return messageIn(claim);
}

export function messageIn(claim: Claim): ClaimedMessage {
  if (claim.kind !== 'send') throw new Error(`Nothing to send: ${claim.kind}`);
  return claim.message;
}

/** Claims and sends everything that may go out now; answers the texts in order. */
export async function sendAll(store: Store, conversationId: string, now = noon): Promise<readonly string[]> {
  const sent: string[] = [];
  while (true) {
    const claim = await store.claim(conversationId, now, openGate);
    if (claim.kind !== 'send') return sent;
    sent.push(claim.message.body.text);
    const platformMessageId = `sent.${claim.message.id}`;
    await store.record(claim.message, { kind: 'sent', platformMessageId }, now, nothing);
  }
}

/** The state of each outgoing message, in order. */
export async function outgoingStates(
  store: Store,
  conversationId: string,
): Promise<readonly (string | null)[]> {
  const story = await store.readStory(conversationId);
  return story.filter(({ direction }) => direction === 'out').map(({ state }) => state);
}
