import { serviceLevel, type ServiceLevel } from '../../../../core/service-level.js';
import type { QueueItem } from './queue-item.js';

export type Level = Exclude<ServiceLevel, 'none'>;

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
    const { due_at, at_risk_at, level: told } = item[what];
    const dueAt = epochOf(due_at);
    // Time goes on after the server was asked.
    const level = serviceLevel({ dueAt, atRiskAt: epochOf(at_risk_at), isPaused: told === 'paused' }, now);
    return level === 'none' ? [] : [{ what, dueAt, level }];
  });
}

function epochOf(moment: string | null): number | null {
  return moment === null ? null : Date.parse(moment);
}
