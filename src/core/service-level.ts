import { subtractOfficeTime, type Calendar } from './office-hours.js';
import type { ServiceClock } from './service-clock.js';

/** `none`: not promised, or kept already; `paused`: the clock stands still while the contact is waited for. */
export const serviceLevels = ['none', 'good', 'at_risk', 'late', 'paused'] as const;

export type ServiceLevel = (typeof serviceLevels)[number];

/** One promise, as pages count it down. Moments are epoch ms. */
export interface Deadline {
  /** Null: not promised, kept, or the clock stands still. */
  readonly dueAt: number | null;
  /** From when on it is at risk; null where nothing is due. */
  readonly atRiskAt: number | null;
  readonly isPaused: boolean;
}

/** How it stands with a promise at `now`; the one place where it is said what is late. */
export function serviceLevel({ dueAt, atRiskAt, isPaused }: Deadline, now: number): ServiceLevel {
  if (isPaused) return 'paused';
  if (dueAt === null) return 'none';
  if (now >= dueAt) return 'late';
  return atRiskAt !== null && now >= atRiskAt ? 'at_risk' : 'good';
}

type Clock = Pick<ServiceClock, 'firstReplyAt' | 'firstReplyDueAt' | 'resolveDueAt' | 'resolveLeft'>;

/** @param promise What was promised, in ms of office hours; null: what was is not known any more. */
export function firstReplyDeadline(clock: Clock, calendar: Calendar, promise: number | null): Deadline {
  const dueAt = clock.firstReplyAt === null ? clock.firstReplyDueAt : null;
  return { dueAt, atRiskAt: atRiskFrom(calendar, dueAt, promise), isPaused: false };
}

/** @param promise What was promised, in ms of office hours; null: what was is not known any more. */
export function resolutionDeadline(clock: Clock, calendar: Calendar, promise: number | null): Deadline {
  const { resolveDueAt: dueAt, resolveLeft } = clock;
  return { dueAt, atRiskAt: atRiskFrom(calendar, dueAt, promise), isPaused: resolveLeft !== null };
}

const hour = 3_600_000;

/** A promise is at risk in its last quarter, but never longer than the last hour, of office time. */
function atRiskFrom(calendar: Calendar, dueAt: number | null, promise: number | null): number | null {
  if (dueAt === null) return null;
  return subtractOfficeTime(calendar, dueAt, Math.min((promise ?? 4 * hour) / 4, hour));
}
