import type { serviceLevels } from '../../../../core/service-level.js';
import type { QueueItem } from './queue-item.js';

export type Level = Exclude<(typeof serviceLevels)[number], 'none'>;

/** A promise that runs: what is due, and how it stands with it. */
export interface Countdown {
  readonly what: 'first_reply' | 'resolution';
  readonly level: Level;
  /** Epoch ms; null: the clock stands still. */
  readonly dueAt: number | null;
}

/** The promises of a handoff that still run, the first reply first. None is left when it is closed. */
export function countdownsOf(item: QueueItem, now: number): readonly Countdown[] {
  if (item.closed_at !== null) return [];
  return (['first_reply', 'resolution'] as const).flatMap((what) => {
    const { due_at, level } = item[what];
    if (level === 'none') return [];
    const dueAt = due_at === null ? null : Date.parse(due_at);
    return [{ what, dueAt, level: levelNow(level, dueAt, now) }];
  });
}

/** The server knew the level when it was asked; that the moment has passed is seen without asking. */
function levelNow(level: Level, dueAt: number | null, now: number): Level {
  return dueAt !== null && dueAt < now ? 'late' : level;
}
