import type { Actor } from '../../core/actor.js';
import type { ConsentEntry } from '../../core/consent.js';
import type { Disposition, TraceEntry } from '../../core/decision.js';
import type {
  Effect,
  HandoffChange,
  HandoffOpening,
  Inquiry,
  NewNote,
  OutcomeReached,
  ReceivedMessage,
  Timer,
} from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import type { MessageEchoed } from '../../core/platform-event.js';
import type { MessageState, OutgoingMessage, Refusal } from '../../core/message.js';
import type { StoryVersion } from '../desk.js';
import type { Address, ClaimedMessage, QueuedMessage } from '../store.js';
import type { Stopped } from './stopped.js';
import type { ConsentLine } from './merge-consent.js';
import type { Alias, Thread } from './thread.js';

/**
 * What the work of a transaction asks of an engine's rows, and does to them; all of it at once, without waiting. SQLite
 * answers by prepared statements. PostgreSQL answers from rows that it read under the locks of their conversations, and
 * writes what was done to them before it commits.
 */
export interface Rows {
  readonly threads: Threads;
  readonly begin: Begin;
  readonly log: EventLog;
  readonly findOwn: FindOwn;
  readonly outbox: Outbox;
  readonly queue: Queue;
  readonly received: ReceivedMessages;
  readonly settling: Settling;
  readonly timers: Timers;
  readonly requests: Requests;
  readonly ledger: Ledger;
  readonly handoffs: Handoffs;
  readonly notes: Notes;
  readonly outcomes: Outcomes;
  readonly privateReplies: PrivateReplyRows;
  readonly merging: Merging;
  readonly standing: Standing;
}

export interface Threads {
  findById(id: string): Thread | undefined;
  findByAlias(alias: Alias): Thread | undefined;
  save(thread: Thread, updatedAt: number): void;
  /** Copies the contact's tags out of the state, for whoever looks for one. */
  saveTags(thread: Thread): void;
}

export type PlatformAddress = Extract<Address, { kind: 'platform' }>;

/** Begins the conversation with someone seen for the first time. */
export type Begin = (
  address: PlatformAddress,
  seenBy: { readonly eventId: string; readonly at: number },
) => Thread;

/** What became of an event. */
export interface Verdict {
  readonly disposition: Disposition | 'poison';
  readonly changedConsent: boolean;
  readonly trace: readonly TraceEntry[];
  /** Whether the event's words are to be sealed. */
  readonly isSensitive: boolean;
  /** The broken seal of the conversation, kept with the event that hands it over; left out: there is none. */
  readonly brokenSeal?: string;
}

export interface WaitingEvent {
  readonly sequence: number;
  readonly event: Event;
  /** Whether its words are sealed, and cannot be opened any more. */
  readonly isUnreadable: boolean;
}

/** Events with what was decided about them; their ids are the dedupe keys. */
export interface EventLog {
  has(id: string): boolean;
  /** Where an event was decided; null: it has not been seen, or its conversation was erased. */
  findConversation(id: string): string | null;
  append(thread: Thread, event: Event, verdict: Verdict): void;
  /** In order of arrival; undefined: none waits. */
  findOldestWaiting(thread: Thread): WaitingEvent | undefined;
  /** Of one that had waited. */
  decideAgain(sequence: number, verdict: Verdict): void;
}

/**
 * Finds the message of ours that an echo repeats; null: somebody else wrote it. Sure signs first: our id in the metadata,
 * then the platform's id. Where the platform echoes no metadata and our send has had no answer yet, the newest message on
 * the wire with the same words is taken to be it.
 */
export type FindOwn = (
  thread: Thread,
  echo: Pick<MessageEchoed, 'metadata' | 'platformMessageId'> & {
    /** Null: only a sure sign counts. */
    readonly text: string | null;
  },
) => string | null;

/** An outgoing message that is not settled, or was not when the claim came by. */
export interface OpenMessage extends QueuedMessage {
  readonly sequence: number;
  readonly state: 'queued' | 'sending' | 'unknown';
  readonly stateAt: number;
  readonly dueAt: number | null;
  /** Whether its words are sealed, and cannot be opened any more. */
  readonly isUnreadable: boolean;
}

/** Where a message goes next. What is left out is cleared. */
export interface Move {
  readonly state: MessageState;
  readonly refusal?: Refusal;
  readonly explanation?: string;
  readonly dueAt?: number;
}

/** Outgoing messages on their way: what claim and record see and change of them. */
export interface Outbox {
  /** The oldest behind the place `after` that is not settled; old unknowns are among them. */
  findNext(thread: Thread, after: number): OpenMessage | undefined;
  /** The one whose last claim has this token, whatever has become of it. */
  findClaimed(
    claimed: Pick<ClaimedMessage, 'id' | 'conversationId' | 'token'>,
  ): { readonly sequence: number; readonly state: MessageState | null } | undefined;
  move(sequence: number, at: number, to: Move): void;
  /** Begins a send; answers the token that proves the claim. */
  begin(sequence: number, at: number, secret: string): string;
  /** It has arrived. Never backwards: an echo or a receipt may have been quicker than the answer to the send. */
  arrive(sequence: number, at: number, platformMessageId: string | null): void;
  /** Counts its waiting from `at`. */
  restart(sequence: number, at: number): void;
}

/** Messages that are to go out, and those that no longer are. */
export interface Queue {
  add(thread: Thread, now: number, message: OutgoingMessage): void;
  /** Only what is still queued: one on the wire cannot be recalled. */
  cancel(thread: Thread, now: number, which: Asked<'cancelMessages'>): void;
}

/** What others wrote: put into the story, and taken out of it when they take it back. */
export interface ReceivedMessages {
  record(thread: Thread, eventId: string, message: ReceivedMessage): void;
  /** Deletes our copies of the words, but not a proof of consent: that is theirs to ask for. */
  forget(thread: Thread, platformMessageId: string): void;
}

/** What platforms report of our messages. States only go forward, in whatever order reports arrive. */
export interface Settling {
  /** The report proves that the message arrived, whatever we thought of it; one never tried cannot be meant. */
  settle(thread: Thread, now: number, report: Asked<'settleMessage'>): void;
  /** It came to nothing after all; what has been delivered stays so. */
  fail(thread: Thread, now: number, report: Asked<'failMessage'>): void;
  advance(thread: Thread, now: number, report: Asked<'advanceMessages'>): void;
}

/** Durable timers, each its conversation's own. */
export interface Timers {
  schedule(thread: Thread, timer: Timer): void;
  cancel(thread: Thread, id: string): void;
  cancelAll(thread: Thread): void;
  /** Of one that fires: false when it is gone, because it was cancelled or has fired before. */
  take(thread: Thread, id: string): boolean;
}

/** Questions to the outside that wait for an answer. */
export interface Requests {
  open(thread: Thread, inquiry: Inquiry): void;
  /** The conversation awaits it no longer. */
  close(thread: Thread): void;
}

/** The chains of the consent ledger (P10). */
export interface Ledger {
  append(whose: Pick<Thread, 'contactId' | 'workspace' | 'account'>, entry: ConsentEntry): void;
  /** Asked only of contacts who may turn out to be one. */
  read(contactId: string): readonly ConsentLine[];
}

/** How things stand, for what is decided only as long as they do. Answers what a proviso of the transaction asks. */
export interface Standing {
  newestByOthers(thread: Thread, asker: Actor): StoryVersion;
  /** Open handoffs that are assigned to the user, and not snoozed at `now`. */
  countAssigned(userId: string, now: number): number;
}

export interface Handoffs {
  open(thread: Thread, opening: HandoffOpening): void;
  /** One that is closed already stays as it is. */
  update(thread: Thread, handoffId: string, change: HandoffChange): void;
  /** Whatever has become of it. */
  rate(thread: Thread, handoffId: string, rating: number): void;
}

/** What colleagues write for each other. */
export interface Notes {
  add(thread: Thread, eventId: string, note: NewNote): void;
}

export interface Outcomes {
  record(thread: Thread, outcome: OutcomeReached): void;
}

/** A private reply to a comment, as it is queued. */
export interface NewPrivateReply {
  readonly commentId: string;
  readonly messageId: string;
  readonly commentedAt: number;
  /** When the platform takes it no more, epoch ms. */
  readonly deadline: number;
}

/** The message that has a comment to itself. */
export interface PrivateReplyHolder {
  readonly messageId: string;
  readonly state: 'waiting' | 'claimed' | 'done';
}

/** Contacts who turn out to be one. */
export interface Merging {
  /** Another name of the contact's; answers the STOP of whoever was called so and was erased, null: there was none. */
  addAlias(thread: Thread, alias: Alias): Stopped | null;
  /** By which name they are written to from now on; one that they have. */
  writeTo(thread: Thread, platformId: string): void;
  /** All that belongs to the other conversation belongs to this one from here on, and the other is gone. */
  absorb(survivor: Thread, other: Thread, now: number): void;
}

type AccountOf = Pick<Thread, 'workspace' | 'account'>;

/** Private replies to comments: one each, and of an account so many in a time. */
export interface PrivateReplyRows {
  /** Does nothing where the comment has one. */
  add(thread: Thread, reply: NewPrivateReply): void;
  find(whose: AccountOf, commentId: string): PrivateReplyHolder | undefined;
  countClaimed(whose: AccountOf, since: number): number;
  /** Of the claims after `since`, the earliest being at place 0; undefined: there are not so many. */
  claimedAt(whose: AccountOf, since: number, place: number): number | undefined;
  /** How many wait that were commented later; no more than `most` are counted. */
  countNewer(whose: AccountOf, commentedAt: number, most: number): number;
  take(whose: AccountOf, reply: NewPrivateReply, now: number): void;
  finish(whose: AccountOf, reply: NewPrivateReply): void;
  /** Where it has never been tried, another message may have the comment. */
  drop(whose: AccountOf, reply: NewPrivateReply): void;
}

type Asked<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
