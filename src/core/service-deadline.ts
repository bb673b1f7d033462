import { subtractOfficeTime, type Calendar } from './office-hours.js';
import type { ServiceClock } from './service-clock.js';
import type { Deadline } from './service-level.js';

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
