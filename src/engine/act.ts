import type { Actor } from '../core/actor.js';
import type { Conversation } from '../core/conversation.js';
import type { EngineEvent } from '../core/engine-event.js';
import type { Decide, Proviso, Store } from '../store/store.js';
import type { ActionResult, RefusedBecause, RefusedDeed } from './deeds.js';
import type { FollowUp } from './follow-up.js';
import type { Clock } from './ports.js';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event on our own side, before it has an id and a time. */
export type OwnEvent = Without<EngineEvent, 'id' | 'occurredAt' | 'receivedAt'>;

export interface ActParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly decide: Decide;
  readonly followUp: FollowUp;
}

/** Something that somebody wants to do to a conversation. */
export interface Wish {
  readonly conversationId: string;
  /** What makes it once, however often it is asked for. */
  readonly key: string;
  readonly content: OwnEvent;
  /** Why it cannot be done as the conversation is now, said before anything is written; null: it can. */
  readonly refuse?: (conversation: Conversation) => RefusedDeed | null;
  /** What must still be so when it is decided, and what is said where it is not; then nothing is written either. */
  readonly provided?: { readonly proviso: Proviso; readonly otherwise: RefusedDeed };
  /** What is to be done outside once it is on disk, told how the conversation was before. Nobody waits for it. */
  readonly afterwards?: (conversation: Conversation) => void;
}

/** Does it: as an event like any other, in one transaction with all that follows from it. */
export async function act(
  { store, clock, decide, followUp }: ActParts,
  { conversationId, key, content, refuse = () => null, provided, afterwards }: Wish,
): Promise<ActionResult> {
  const conversation = await store.readConversation(conversationId);
  if (conversation === null) return notFound;
  const refused = refuse(conversation);
  if (refused !== null) return refused;
  const now = clock.now();
  const address = { kind: 'conversation', conversationId } as const;
  const arrival = { address, key, content: { ...content, occurredAt: now, receivedAt: now } };
  const applied = await store.apply(
    [provided === undefined ? arrival : { ...arrival, provided: provided.proviso }],
    decide,
  );
  followUp.after(applied);
  const [first] = applied;
  if (first === undefined || first.result === 'unknown_conversation') return notFound;
  if (first.result === 'refused' && provided !== undefined) return provided.otherwise;
  afterwards?.(conversation);
  return { ok: true, eventId: first.eventId };
}

/** How an event names who did it. */
export function by({ name, id }: Actor): { readonly person: string; readonly personId?: string } {
  return id === null ? { person: name } : { person: name, personId: id };
}

export function refusal(reason: RefusedBecause, message: string): RefusedDeed {
  return { ok: false, reason, message };
}

const notFound = refusal('not_found', 'There is no such conversation.');
