import type { HandoffPriority } from '../core/resources.js';
import type { SupportedChannel } from '../core/channel.js';
import type { HandoffView, Listing, Page } from './reads.js';

export type QueueView = 'mine' | 'unassigned' | 'team' | 'late' | 'all' | 'snoozed' | 'resolved';

/** `urgency`: by priority, then by what is due next, then by who has waited longest. What is closed is sorted by its end. */
export type QueueSort = 'urgency' | 'oldest' | 'newest';

/** Who looks: what is `mine` and of my `team`, and what there is to be seen at all. */
export interface QueueScope {
  /** Null: all of them. */
  readonly workspaces: readonly string[] | null;
  readonly userId: string;
  /** `workspace/team`. */
  readonly teams: readonly string[];
}

/** What is left out does not matter. */
export interface QueueFilter {
  readonly view: QueueView;
  readonly workspace?: string | undefined;
  readonly team?: string | undefined;
  /** A user's id. */
  readonly assignee?: string | undefined;
  readonly channel?: SupportedChannel | undefined;
  readonly account?: string | undefined;
  readonly priority?: HandoffPriority | undefined;
  /** One that the contact has. */
  readonly tag?: string | undefined;
}

/** A handoff with what an agent chooses by. What was said in confidence is not among it, but for the note that was written for them. */
export interface QueueItem extends HandoffView {
  readonly contactId: string;
  readonly tags: readonly string[];
  /** The last line of the story that reached anybody; null: there is none. */
  readonly lastMessage: {
    /** Its beginning; empty where a medium is the message. */
    readonly text: string;
    readonly direction: 'in' | 'out';
    readonly at: number;
  } | null;
}

/** How many are open and in nobody's way, of one team. */
export interface TeamCounts {
  readonly workspace: string;
  readonly team: string | null;
  readonly open: number;
  readonly unassigned: number;
  readonly late: number;
}

export interface QueueCounts {
  /** Of `resolved` only those of the last 24 hours are counted: the others only become more. */
  readonly views: Readonly<Record<QueueView, number>>;
  /** Those that have any. */
  readonly teams: readonly TeamCounts[];
}

/** How much is on someone's desk. */
export interface Assignments {
  readonly userId: string;
  /** Open handoffs that are assigned to them, and not snoozed. */
  readonly open: number;
  /** When they were last given one that is still theirs, or was when it was closed; null: never. */
  readonly lastAt: number | null;
}

/** A handoff as far as it matters to whom it is given. */
export interface Assignable {
  readonly id: string;
  readonly conversationId: string;
  readonly workspace: string;
  readonly team: string | null;
  readonly assigneeId: string | null;
  readonly assignedAt: number | null;
  readonly openedAt: number;
}

interface TeamKey {
  readonly workspace: string;
  readonly team: string;
}

/**
 * Questions about handoffs as agents see them. Snoozed is what is put off to a moment after `now`: until then it is in no
 * view but `snoozed`.
 */
export interface QueueReads {
  listQueue(
    scope: QueueScope,
    filter: QueueFilter,
    order: { readonly sort: QueueSort; readonly page: Page },
    now: number,
  ): Promise<Listing<QueueItem>>;
  countQueue(scope: QueueScope, now: number): Promise<QueueCounts>;
  readQueueItem(id: string): Promise<QueueItem | null>;
  /** The open one, if there is one, and those before it, newest first. */
  readQueueItemsOf(conversationId: string): Promise<readonly QueueItem[]>;
  /** One answer for each of the users, in their order. */
  openAssignments(userIds: readonly string[], now: number): Promise<readonly Assignments[]>;
  /** Open, assigned to nobody, taken by nobody and not snoozed; the most urgent first. */
  unassignedHandoffs(team: TeamKey, limit: number, now: number): Promise<readonly Assignable[]>;
  /**
   * Open and assigned, it is the team's turn, and it has been since `before` or earlier without a word of the assignee's, who
   * has had it since then or earlier; the longest first. What is snoozed at `now` is left out.
   */
  staleAssignments(team: TeamKey, before: number, limit: number, now: number): Promise<readonly Assignable[]>;
}
