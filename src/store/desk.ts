import type { Actor, Colleague } from '../core/actor.js';
import type { ConsentChange } from '../core/consent.js';
import type { Conversation } from '../core/conversation.js';
import type { TraceEntry } from '../core/decision.js';
import type { HandoffReason, OutcomeReached, ReceivedMessage } from '../core/effect.js';
import type { Event } from '../core/event.js';
import type { EventTrace, Listing, Page, StoryLine } from './reads.js';

/** What colleagues wrote for each other in a conversation. */
export interface NoteView {
  readonly id: string;
  readonly author: Actor;
  readonly text: string;
  readonly mentions: readonly Colleague[];
  readonly at: number;
}

/** Something that happened to a conversation beside what was said in it, as it is stored. */
export type Fact =
  /** What people did, and who got the thread; of an event that could not be decided, only that there was one. */
  | {
      readonly of: 'event';
      readonly event: Event;
      readonly trace: readonly TraceEntry[];
      readonly isPoison: boolean;
    }
  | {
      readonly of: 'consent';
      readonly change: ConsentChange;
      readonly purpose: string;
      readonly actor: 'contact' | 'person' | 'flow' | 'merge';
    }
  | { readonly of: 'handoff'; readonly team: string | null; readonly reason: HandoffReason }
  | { readonly of: 'outcome'; readonly outcome: OutcomeReached }
  | { readonly of: 'run'; readonly flow: string }
  | { readonly of: 'merge' };

export type TimelineItem = { readonly id: string; readonly at: number } & (
  | { readonly kind: 'message'; readonly line: StoryLine; readonly event: EventTrace | null }
  | { readonly kind: 'note'; readonly note: NoteView }
  | { readonly kind: 'fact'; readonly fact: Fact }
);

/** A run that has said something. */
export interface SpokenRun {
  readonly id: string;
  readonly flow: string;
  /** When it first did, as far as was looked back. */
  readonly at: number;
}

/** What brought the contact here, beside words of their own. */
export interface Origin {
  readonly via: ReceivedMessage['via'] | null;
  readonly text: string;
  readonly at: number;
  /** Null: it is erased, or older than is kept. */
  readonly event: Event | null;
}

export interface DeskView {
  readonly conversation: Conversation;
  /** The one by which they are written to comes first. */
  readonly platformIds: readonly string[];
  readonly knownSince: number;
  /** Newest first. */
  readonly outcomes: readonly OutcomeReached[];
  /** Newest first, of the last 500 lines. */
  readonly runs: readonly SpokenRun[];
  readonly origin: Origin | null;
}

/** What an agent reads of one conversation. */
export interface DeskReads {
  readDesk(conversationId: string): Promise<DeskView | null>;
  /**
   * Lines, notes and facts in one order: that of the story, and between the sources that of our clock. The newest page comes
   * first, in it the oldest item.
   */
  readTimeline(conversationId: string, page: Page): Promise<Listing<TimelineItem>>;
  /** Of what others than `asker` have said; it changes with each message that is not the bot's, and with each note. */
  readVersion(conversationId: string, asker: Actor | null): Promise<StoryVersion>;
}

/** The places in the story of the newest message and the newest note by somebody else; 0: there is none. */
export interface StoryVersion {
  readonly message: number;
  readonly note: number;
}
