import type { Effect, HandoffChange } from '../../core/effect.js';
import type { InferSelectModel } from 'drizzle-orm';
import type { AccountKey } from '../store.js';
import type { nextLine } from '../ledger/next-line.js';
import type { Beginning } from '../transactions/beginning.js';
import type { eventRow, linkRows, noteRow, outgoingRow, receivedRow } from '../transactions/new-rows.js';
import type { Verdict } from '../transactions/rows.js';
import type { Alias } from '../transactions/thread.js';
import type { HeldMessage, HeldThread } from './held-rows.js';
import type { Merge } from './merging.js';
import type { PrivateReplyChange } from './private-reply-changes.js';
import type { privateReplies } from './schema/private-replies.js';
import type { requests } from './schema/conversations.js';
import type { contactKeys } from './schema/contact-keys.js';
import type { handoffs } from './schema/handoffs.js';
import type { outcomes } from './schema/outcomes.js';
import type { timers } from './schema/timers.js';

type Line = ReturnType<typeof nextLine>;
export type AddedMessage = ReturnType<typeof outgoingRow>;

/** A platform's report of our messages, to be carried out in SQL, where all of them are. */
export type Report = Extract<Effect, { kind: 'settleMessage' | 'failMessage' | 'advanceMessages' }> & {
  readonly conversation: number;
  readonly now: number;
};

export interface HandoffUpdate {
  readonly conversation: number;
  readonly id: string;
  readonly change: HandoffChange;
}

export interface HandoffRating {
  readonly conversation: number;
  readonly id: string;
  readonly rating: number;
}

/** What the work of one transaction wants written, by table, in the order in which it was asked for. */
export class Changes {
  readonly beginnings: { readonly held: HeldThread; readonly row: Beginning['row']; readonly at: number }[] =
    [];
  readonly aliases: (Alias & { readonly conversation: number })[] = [];
  /** Conversations to be written back, each with the moment of its last change. */
  readonly saved = new Map<HeldThread, number>();
  /** Conversations whose contact has other tags now. */
  readonly retagged = new Set<HeldThread>();
  readonly events: ReturnType<typeof eventRow>[] = [];
  readonly decidedAgain: (Pick<Verdict, 'disposition' | 'changedConsent' | 'trace'> & {
    readonly sequence: number;
  })[] = [];
  readonly messages: (AddedMessage | ReturnType<typeof receivedRow>)[] = [];
  readonly links: ReturnType<typeof linkRows>[number][] = [];
  readonly moved = new Set<HeldMessage>();
  readonly timers = new Map<string, InferSelectModel<typeof timers>>();
  readonly timersGone = new Map<string, { readonly conversation: number; readonly id: string }>();
  readonly requests = new Map<number, InferSelectModel<typeof requests>>();
  readonly requestsGone = new Set<number>();
  readonly contactKeys: InferSelectModel<typeof contactKeys>[] = [];
  readonly ledger: Line['line'][] = [];
  readonly ledgerWords: Line['words'][] = [];
  readonly notices = new Map<string, NonNullable<Line['notice']>>();
  readonly handoffs: Omit<
    InferSelectModel<typeof handoffs>,
    'sequence' | 'takenBy' | 'firstReplyAt' | 'closedAt' | 'urgency'
  >[] = [];
  readonly handoffUpdates: HandoffUpdate[] = [];
  readonly handoffRatings: HandoffRating[] = [];
  readonly notes: ReturnType<typeof noteRow>[] = [];
  readonly outcomes: Omit<InferSelectModel<typeof outcomes>, 'sequence'>[] = [];
  readonly privateReplies: InferSelectModel<typeof privateReplies>[] = [];
  readonly privateReplyChanges: PrivateReplyChange[] = [];
  readonly merges: Merge[] = [];
  readonly renamed: { readonly number: number; readonly platformId: string }[] = [];
  readonly reports: Report[] = [];
  readonly pauses: (AccountKey & { readonly until: number })[] = [];
  readonly forgotten: { readonly conversation: number; readonly platformMessageId: string }[] = [];
}
