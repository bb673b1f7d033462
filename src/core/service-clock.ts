import { addOfficeTime, officeTimeBetween, type Calendar } from './office-hours.js';

/** What was promised of an open handoff, and how it stands with it. Moments are epoch ms. */
export interface ServiceClock {
  readonly firstReplyDueAt: number | null;
  /** Null: nobody has answered yet. */
  readonly firstReplyAt: number | null;
  /** Null: not promised, or the clock stands still. */
  readonly resolveDueAt: number | null;
  /** Office time that was left when the clock stopped, since the contact is waited for, ms; null: it runs, or nothing is promised. */
  readonly resolveLeft: number | null;
  /** Whose turn it is. */
  readonly waitsFor: 'team' | 'contact';
  /** Since when it is theirs. */
  readonly waitingSince: number;
}

/** How long, in ms of office hours, something may take; null: nothing is promised. */
export interface Promises {
  readonly firstReply: number | null;
  readonly resolve: number | null;
}

/** The clock of a handoff that is opened, or given to another team, at `at`. */
export function startClock(calendar: Calendar, at: number, { firstReply, resolve }: Promises): ServiceClock {
  const due = (promise: number | null): number | null =>
    promise === null ? null : addOfficeTime(calendar, at, promise);
  return {
    firstReplyDueAt: due(firstReply),
    firstReplyAt: null,
    resolveDueAt: due(resolve),
    resolveLeft: null,
    waitsFor: 'team',
    waitingSince: at,
  };
}

/** The team has answered: the first reply is kept, and the clock stops until the contact writes. */
export function stopClock(clock: ServiceClock, calendar: Calendar, at: number): ServiceClock {
  const answered = { ...clock, firstReplyAt: clock.firstReplyAt ?? at };
  if (clock.waitsFor === 'contact') return answered;
  const { resolveDueAt } = clock;
  const resolveLeft = resolveDueAt === null ? null : officeTimeBetween(calendar, at, resolveDueAt);
  return { ...answered, resolveDueAt: null, resolveLeft, waitsFor: 'contact', waitingSince: at };
}

/** The contact has written: the clock goes on with what was left. The same one where it runs already. */
export function resumeClock(clock: ServiceClock, calendar: Calendar, at: number): ServiceClock {
  if (clock.waitsFor === 'team') return clock;
  const { resolveLeft } = clock;
  const resolveDueAt = resolveLeft === null ? null : addOfficeTime(calendar, at, resolveLeft);
  return { ...clock, resolveDueAt, resolveLeft: null, waitsFor: 'team', waitingSince: at };
}

/** The earliest that is promised and not kept yet; null: nothing is, or the clock stands still. */
export function dueAtOf({
  firstReplyAt,
  firstReplyDueAt,
  resolveDueAt,
}: Pick<ServiceClock, 'firstReplyAt' | 'firstReplyDueAt' | 'resolveDueAt'>): number | null {
  const open = [firstReplyAt === null ? firstReplyDueAt : null, resolveDueAt].filter((due) => due !== null);
  return open.length === 0 ? null : Math.min(...open);
}
