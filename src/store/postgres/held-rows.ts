import type { Basis, MessageBody, MessageState, Refusal, Speaker } from '../../core/message.js';
import type { ChainEnd } from '../ledger/next-line.js';
import type { WaitingEvent } from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';

/** An outgoing message as it was read under its conversation's lock; changed in place, written back once. */
export interface HeldMessage {
  readonly sequence: number;
  readonly conversation: number;
  readonly id: string;
  readonly body: MessageBody;
  /** Whether its words are sealed, and cannot be opened any more. */
  readonly isUnreadable: boolean;
  readonly basis: Basis;
  readonly speaker: Speaker;
  readonly epoch: number;
  readonly isBots: boolean;
  state: MessageState;
  stateAt: number;
  refusal: Refusal | null;
  explanation: string | null;
  dueAt: number | null;
  claimedAt: number | null;
  attempts: number;
  token: string | null;
  platformMessageId: string | null;
}

/** A conversation whose row we have locked, with what a transaction may ask about it. */
export interface HeldThread {
  readonly thread: Thread;
  /** What was not settled, in order. */
  readonly outbox: readonly HeldMessage[];
  /** When each timer is due, by its id. */
  readonly timers: Map<string, number>;
  /** Deferred events in order of arrival. */
  readonly waiting: WaitingEvent[];
  chainEnd: ChainEnd | undefined;
  /** Of the contact; null: they have none. */
  key: string | null;
}

/** A message of ours that an echo may repeat. */
export interface OwnMessage {
  readonly conversation: number;
  readonly id: string;
  readonly platformMessageId: string | null;
}
