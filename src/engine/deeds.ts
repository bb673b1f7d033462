import type { Actor, Colleague } from '../core/actor.js';
import type { Media } from '../core/message.js';
import type { HandoffPriority } from '../core/resources.js';
import type { StoryVersion } from '../store/desk.js';

/** Why a deed could not be done. */
export type RefusedBecause =
  | 'not_found'
  | 'stopped'
  | 'window_closed'
  | 'unreachable'
  | 'blocked'
  | 'nothing_to_say'
  | 'too_many_words'
  | 'channel_cannot'
  | 'no_consent'
  | 'unknown_flow'
  | 'unknown_step'
  | 'unknown_team'
  | 'unknown_template'
  | 'unknown_purpose'
  | 'no_open_handoff'
  | 'story_moved_on'
  | 'no_room'
  | 'not_mergeable';

export interface RefusedDeed {
  readonly ok: false;
  readonly reason: RefusedBecause;
  /** For people. */
  readonly message: string;
}

/** Whether what somebody wanted to do to a conversation was possible. */
export type ActionResult = { readonly ok: true; readonly eventId: string } | RefusedDeed;

/** Which conversation both contacts have from now on. */
export type MergeResult = { readonly ok: true; readonly conversationId: string } | RefusedDeed;

export interface Reply {
  /** Empty: only media. */
  readonly text: string;
  /** Each is sent as a message of its own, before the text; left out: none. */
  readonly media?: readonly Media[];
  /** What its writer had read of others: nothing is sent where these have said something since. Left out: it is sent. */
  readonly seen?: StoryVersion;
}

export interface TemplateReply {
  /** As the workspace calls it. */
  readonly template: string;
  /** One of the workspace's, in which it is declared. */
  readonly language: string;
  /** What fills its gaps, {{1}} first. */
  readonly gaps: readonly string[];
}

export interface HandingBack {
  /** A flow to begin at once; null: the bot waits for the contact. */
  readonly flow: string | null;
  /** The path of the step at which it begins; null: its first. */
  readonly step: string | null;
}

export interface Resolution {
  readonly outcome: string | null;
  readonly asksForRating: boolean;
}

/** What is left out stays as it is. */
export interface Assignment {
  /** Null: nobody, which is everybody. */
  readonly to?: Colleague | null;
  readonly team?: string;
  readonly priority?: HandoffPriority;
  /** Nothing happens unless it is still assigned to this user; null: to nobody. Left out: it does not matter. */
  readonly expected?: string | null;
  /** Nothing happens unless `to` has fewer open ones than that, snoozed ones left out. Left out: it does not matter. */
  readonly most?: number;
}

export interface OutcomeReport {
  readonly outcome: string;
  readonly source: string;
  readonly value: number | null;
  readonly currency: string | null;
  readonly requestId: string;
}

/** What people, and programs for them, do to a conversation. A `requestId` makes a repeated call harmless. */
export interface Deeds {
  /** From now on the bot is silent; where no handoff is open, one is opened. */
  takeOver(conversationId: string, actor: Actor): Promise<ActionResult>;
  /** Taking over is implied. */
  reply(conversationId: string, actor: Actor, reply: Reply, requestId: string): Promise<ActionResult>;
  sendTemplate(
    conversationId: string,
    actor: Actor,
    reply: TemplateReply,
    requestId: string,
  ): Promise<ActionResult>;
  handBack(conversationId: string, actor: Actor, to: HandingBack): Promise<ActionResult>;
  resolve(conversationId: string, actor: Actor, resolution: Resolution): Promise<ActionResult>;
  assign(conversationId: string, actor: Actor, assignment: Assignment): Promise<ActionResult>;
  /** `until` in epoch ms; null wakes it. */
  snooze(conversationId: string, actor: Actor, until: number | null): Promise<ActionResult>;
  addNote(
    conversationId: string,
    actor: Actor,
    note: { readonly text: string; readonly mentions: readonly Colleague[] },
    requestId: string,
  ): Promise<ActionResult>;
  changeTags(
    conversationId: string,
    actor: Actor,
    change: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<ActionResult>;
  block(conversationId: string, actor: Actor, isBlocked: boolean): Promise<ActionResult>;
  /** Makes one contact of two of the same account; of their conversations the one stays that was written in last. */
  merge(conversationId: string, actor: Actor, contactId: string): Promise<MergeResult>;
  reportOutcome(conversationId: string, report: OutcomeReport): Promise<ActionResult>;
  withdraw(conversationId: string, actor: Actor, purpose: string): Promise<ActionResult>;
}
