import type { z } from 'zod';
import type { deskAnswer, presentAnswer, timelineItemAnswer } from '../../../src/contract/desk.js';
import type { meAnswer, sessionAnswer, userAnswer } from '../../../src/contract/identity.js';
import type { queueItemAnswer, savedViewAnswer } from '../../../src/contract/queue.js';
import type { savedReplyAnswer } from '../../../src/contract/replies.js';

/** What the contract shows, as the fake keeps it. */
export type QueueItem = z.output<typeof queueItemAnswer>;
export type TimelineItem = z.output<typeof timelineItemAnswer>;
export type Desk = z.output<typeof deskAnswer>;
export type Me = z.output<typeof meAnswer>;
export type User = z.output<typeof userAnswer>;
export type SavedView = z.output<typeof savedViewAnswer>;
export type SavedReply = z.output<typeof savedReplyAnswer>;
export type Present = z.output<typeof presentAnswer>;
export type SessionState = z.output<typeof sessionAnswer>['state'];

/** A conversation: its desk but for what is told from elsewhere, and its story. */
export interface FakeConversation {
  readonly id: string;
  desk: Omit<Desk, 'version' | 'handoff' | 'earlier_handoffs' | 'present'>;
  /** Oldest first. */
  timeline: readonly TimelineItem[];
  /** Counts what anybody said in it. */
  version: number;
  /** The version after the signed-in person's own last word; until there is a newer one nobody else has spoken. */
  ownVersion: number;
}

/** All that the fake knows. Tests read it, and change it before or behind the page's back. */
export interface World {
  /** Null: nobody is signed in. */
  session: SessionState | null;
  me: Me;
  people: readonly User[];
  /** By the handoff's id. */
  readonly handoffs: Map<string, QueueItem>;
  readonly conversations: Map<string, FakeConversation>;
  views: readonly SavedView[];
  replies: readonly SavedReply[];
  /** By the conversation's id: who has it open, the signed-in person left out. */
  readonly present: Map<string, readonly Present[]>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** A moment as the contract writes it. */
export function momentOf(epoch: number): string {
  return new Date(epoch).toISOString();
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
