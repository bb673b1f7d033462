import type { OutgoingMessage } from '../../core/message.js';
import type { WeekTime } from '../test-definition.js';
import type { Happening } from '../transcript/happening.js';
import type { Scene } from '../transcript/virtual-chat.js';
import type { OutsideReply } from '../transcript/virtual-outside.js';

/** How a chat begins; `at` as a test would say it. */
export interface Opening {
  readonly scene: Scene;
  readonly at: WeekTime | null;
}

/** One thing that is done to a chat. */
export type Deed =
  | { readonly kind: 'happen'; readonly happening: Happening }
  /** Time passes, ms. */
  | { readonly kind: 'pass'; readonly duration: number };

/** The way to a place: everything that was done and said, the last first. */
export interface Trail {
  readonly before: Trail | null;
  readonly deed: Deed;
  readonly said: readonly OutgoingMessage[];
  /** What was asked of the outside on it, and came of it. */
  readonly replies: readonly OutsideReply[];
}

/** The trail from its beginning. */
export function trailInOrder(last: Trail | null): readonly Trail[] {
  const trails: Trail[] = [];
  for (let trail = last; trail !== null; trail = trail.before) trails.unshift(trail);
  return trails;
}
