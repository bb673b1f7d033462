import type { DeliveryState, QuickReply, Story, StoryMessage } from '../api/contract.js';
import { wayOf, wordsOf, type Saying } from './saying.js';

/** Something said on this page since it was opened, whether or not the server knows it yet. */
export interface Said {
  readonly id: string;
  readonly saying: Saying;
  /** Epoch milliseconds by this browser's clock: shown until the server's own time is known. */
  readonly at: number;
  /** The bubble that stood last when this was said; it stays beneath that one until the story contains it. */
  readonly after: string | null;
  readonly progress: 'sending' | 'accepted' | 'failed';
  readonly problem: string | null;
}

export interface FollowerBubble {
  readonly side: 'follower';
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly way: string | null;
  readonly progress: Said['progress'];
  readonly problem: string | null;
}

export interface BusinessBubble {
  readonly side: 'business';
  readonly id: string;
  readonly at: number;
  readonly message: StoryMessage;
}

export type Bubble = FollowerBubble | BusinessBubble;

/** The story as the follower sees it: what the server tells, with what it has not told yet in its place. */
export function bubblesOf(story: Story | undefined, said: readonly Said[]): readonly Bubble[] {
  const saidById = new Map(said.map((one) => [one.id, one]));
  const bubbles = (story?.messages ?? []).map((message) => toldBubble(message, saidById.get(message.id)));
  const told = new Set(bubbles.map((bubble) => bubble.id));
  for (const one of said) {
    if (!told.has(one.id)) bubbles.splice(placeOf(one, bubbles), 0, untoldBubble(one));
  }
  return bubbles;
}

/** The buttons that stand open: those of the newest message that arrived, until the follower answers. */
export function offeredQuickReplies(bubbles: readonly Bubble[]): readonly QuickReply[] {
  const newest = bubbles.findLast((bubble) => hasArrived(bubble));
  return newest?.side === 'business' ? newest.message.quickReplies : [];
}

const neverArrived: ReadonlySet<DeliveryState | null> = new Set([
  'queued',
  'sending',
  'failed',
  'cancelled',
  'not_sent',
] as const);

function hasArrived(bubble: Bubble): boolean {
  return bubble.side === 'follower' ? bubble.progress !== 'failed' : !neverArrived.has(bubble.message.state);
}

function placeOf(one: Said, bubbles: readonly Bubble[]): number {
  if (one.after === null) return 0;
  const index = bubbles.findIndex((bubble) => bubble.id === one.after);
  return index === -1 ? bubbles.length : index + 1;
}

function toldBubble(message: StoryMessage, said: Said | undefined): Bubble {
  if (message.direction === 'out') return { side: 'business', id: message.id, at: message.at, message };
  const fallback = said === undefined ? 'Opened the chat' : wordsOf(said.saying);
  return {
    side: 'follower',
    id: message.id,
    text: message.text === '' ? fallback : message.text,
    at: message.at,
    way: said === undefined ? null : wayOf(said.saying),
    progress: 'accepted',
    problem: null,
  };
}

function untoldBubble({ id, saying, at, progress, problem }: Said): FollowerBubble {
  return { side: 'follower', id, text: wordsOf(saying), at, way: wayOf(saying), progress, problem };
}
