import type { Actor } from '../core/actor.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Conversation } from '../core/conversation.js';
import type { Decision } from '../core/decision.js';
import type { Effect } from '../core/effect.js';
import type { EngineEvent, SendFailed } from '../core/engine-event.js';
import type { Event } from '../core/event.js';
import type { PlatformEvent } from '../core/platform-event.js';
import type { Basis, MessageBody, Refusal, Speaker } from '../core/message.js';
import type { RatedApart } from '../core/own-rate.js';
import type { AccountState, DeletionRequest, Reads, StoredFlow } from './reads.js';
import type { DeskReads, StoryVersion } from './desk.js';
import type { QueueReads } from './queue.js';
import type { Search } from './search.js';
import type { Staff } from './staff.js';
import type { Uploads } from './uploads.js';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Whose thread an event belongs to: by the platform's ids, or one that we know already. */
export type Address =
  | {
      readonly kind: 'platform';
      readonly workspace: string;
      readonly account: string;
      readonly channel: SupportedChannel;
      readonly contactPlatformId: string;
      /** What else the platform calls the same contact, here or until now. */
      readonly alsoKnownAs?: readonly string[];
    }
  | { readonly kind: 'conversation'; readonly conversationId: string };

/**
 * What must still be so in the transaction that decides an event: of two that come at once, the second finds what the first
 * has done, in whatever process.
 */
export type Proviso =
  /** Nobody but `asker` has said anything that is newer. */
  | { readonly kind: 'nothing_newer'; readonly than: StoryVersion; readonly asker: Actor }
  /** Fewer than `most` open handoffs are assigned to the user, those that are snoozed left out. */
  | { readonly kind: 'room'; readonly userId: string; readonly most: number };

/** An event on its way in, before the store has derived its id from `key` (salted, so that it outlives an erasure). */
export interface Arrival {
  readonly address: Address;
  /** Business key, unique within the account (or the conversation). */
  readonly key: string;
  readonly content: Without<PlatformEvent | EngineEvent, 'id'>;
  /** Only of what is addressed to a conversation that we know. Left out: it is decided as things are. */
  readonly provided?: Proviso;
}

/** The pure decision. The store calls it inside its transaction. */
export type Decide = (conversation: Conversation, event: Event) => Decision;

export interface Applied {
  readonly conversationId: string;
  readonly eventId: string;
  /**
   * `duplicate`: seen before, or a timer that is no longer there; nothing was done.
   * `poison`: the decision threw; the event is kept, the conversation was given to a person.
   * `refused`: what it was provided with was not so any more; nothing was kept, and it may come again.
   * `unknown_conversation`: there is none, or none is begun for what only reports of one; nothing was kept.
   */
  readonly result: 'handled' | 'deferred' | 'duplicate' | 'poison' | 'refused' | 'unknown_conversation';
  /** Of this event and of those that had waited for it. */
  readonly effects: readonly Effect[];
  /** What the decision threw; never contains message text. */
  readonly fault: Error | null;
}

/** The last checks of a message, called inside the claim's transaction; both synchronous. */
export interface ClaimGate {
  /** Permission; null: it may go. Pure. */
  maySend(conversation: Conversation, message: QueuedMessage, now: number): Refusal | null;
  /** Takes a place in the account's lane, asked last of all; a moment (epoch ms): none is free before then. */
  takeSlot(send: BeginningSend, now: number): number | null;
}

/** A send that is about to begin, as far as it matters to how fast its account may send. */
export interface BeginningSend extends AccountKey {
  readonly conversationId: string;
  readonly basis: Basis['kind'];
  /** What the platform counts it as, apart from the account's others; left out: it does not. */
  readonly ratedApart?: RatedApart;
}

export interface AccountKey {
  readonly workspace: string;
  readonly account: string;
  readonly channel: SupportedChannel;
}

export interface QueuedMessage {
  readonly id: string;
  readonly body: MessageBody;
  readonly basis: Basis;
  readonly speaker: Speaker;
  readonly epoch: number;
  readonly attempts: number;
}

export interface ClaimedMessage extends QueuedMessage {
  readonly conversationId: string;
  readonly workspace: string;
  readonly account: string;
  readonly channel: SupportedChannel;
  readonly contactPlatformId: string;
  /** The platform's id of the contact's last message; left out: it has none that is known. */
  readonly lastContactMessageId?: string;
  /** Proves at `record` that the claim is still ours. */
  readonly token: string;
}

export type Claim =
  | { readonly kind: 'send'; readonly message: ClaimedMessage }
  /** Something is in the way (a send under way, a back-off, the account's rate) until then, epoch ms. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'idle' };

export type SendOutcome =
  | {
      readonly kind: 'sent';
      readonly platformMessageId: string | null;
      /** What the platform calls whom it reached: joined with what it is known to call them. */
      readonly contactIds?: readonly string[];
      /** Nothing more is to be sent from this account before then, epoch ms: its budget is nearly used up. */
      readonly accountRestsUntil?: number;
    }
  | {
      readonly kind: 'retry';
      readonly at: number;
      readonly explanation: string;
      /** The platform wants nothing more of this account before then, epoch ms. */
      readonly accountRestsUntil?: number;
    }
  | { readonly kind: 'unknown'; readonly explanation: string }
  | { readonly kind: 'failed'; readonly failure: SendFailed['failure']; readonly explanation: string };

export interface ErasureReport {
  readonly contactId: string;
  readonly messages: number;
  readonly ledgerEntries: number;
  readonly suppressed: boolean;
}

/** A wish for a code of a list, which a conversation awaits the answer to. */
export interface CouponDraw {
  readonly conversationId: string;
  readonly requestId: string;
  /** Codes of the list, in the order in which they are given. */
  readonly list: string;
  readonly codes: readonly string[];
  readonly perContact: number;
  readonly now: number;
}

/** What is left out stays as it is. */
export type AccountStateChange = Partial<Omit<AccountState, 'updatedAt'>>;

export interface AccountStateGuard {
  readonly now: number;
  /** When it was last changed, as far as the caller knows; null: never. Left out: it does not matter. */
  readonly expectedUpdatedAt?: number | null;
}

/** The store could not commit: nothing was acknowledged, the caller may try again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly code = 'store_unavailable';
  readonly retryable = true;
}

/**
 * Thrown by a decision that lacks something which only takes time: a flow version that another process has saved. The
 * store takes back what it did for the event, waits, and has it decided again; nothing is recorded of the first attempt.
 */
export class DecisionNotReady extends Error {
  override readonly name = 'DecisionNotReady';
  readonly code = 'decision_not_ready';
  readonly retryable = true;
  /** Fetches what is lacking. */
  readonly prepare: () => Promise<void>;

  constructor(message: string, prepare: () => Promise<void>) {
    super(message);
    this.prepare = prepare;
  }
}

/**
 * Everything durable. Each method that writes is one transaction; a promise resolves only after its commit is on disk
 * (P1). No method takes an asynchronous callback.
 */
export interface Store extends Reads, QueueReads, DeskReads, Search, Staff, Uploads {
  /**
   * Applies events, those of a conversation in order: dedupe, decide, save state, ledger, messages and timers. Resolves
   * when all of them are durable. After a rejection some may be; applied again, those are duplicates.
   */
  apply(arrivals: readonly Arrival[], decide: Decide): Promise<readonly Applied[]>;
  /** Picks the conversation's oldest unsettled message, checks it for the last time, marks it `sending` (P3–P6). */
  claim(conversationId: string, now: number, gate: ClaimGate): Promise<Claim>;
  /** Says what became of a claimed message. A final failure is decided upon in the same transaction. */
  record(message: ClaimedMessage, outcome: SendOutcome, now: number, decide: Decide): Promise<Applied | null>;
  /** What was `sending` by a process that is gone becomes `unknown` (P7): at a start, and as often as one is lost. */
  recover(now: number): Promise<void>;
  /** False: somebody else has changed it meanwhile, and nothing was written. */
  changeAccountState(
    workspace: string,
    account: string,
    change: AccountStateChange,
    guard: AccountStateGuard,
  ): Promise<boolean>;
  saveFlows(flows: readonly StoredFlow[]): Promise<void>;
  /**
   * Gives the conversation a code that was never given before; the same request always gets the same one, and whoever has
   * as many as they may have gets their last one. Null: all are given, or the conversation is gone.
   */
  drawCoupon(draw: CouponDraw): Promise<string | null>;
  /** Records the click; null: no such link. */
  followLink(code: string, now: number): Promise<string | null>;
  erase(contactId: string, now: number): Promise<ErasureReport | null>;
  /** False: one of this code is recorded already, and nothing was written. */
  requestDeletion(request: DeletionRequest): Promise<boolean>;
  /** Says that so many contacts were erased for a request, and forgets who made it. False: none of this code is open. */
  finishDeletion(code: string, contacts: number, now: number): Promise<boolean>;
  /** Removes what is no longer needed: dedupe keys older than `keysBefore` but those of consent, for one. */
  prune(keysBefore: number): Promise<{ readonly events: number }>;
  /** Truncating checkpoint, statistics: what keeps the files small and quick. */
  maintain(): Promise<void>;
  /** Tries a durable write; for readiness. */
  probe(): Promise<boolean>;
  close(): Promise<void>;
}
