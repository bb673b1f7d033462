import { DateTime } from 'luxon';
import type { OfficeHours } from './workspace.js';

interface Calendar {
  readonly timezone: string;
  /** Null: always open. */
  readonly hours: OfficeHours | null;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Far enough to reach over any closed week; beyond it a calendar without openings ends the search. */
const daysAhead = 370;

export function isOpenAt(calendar: Calendar, at: number): boolean {
  if (calendar.hours === null) return true;
  return intervalsOfDay(calendar, DateTime.fromMillis(at, { zone: calendar.timezone })).some(
    ({ from, to }) => from <= at && at < to,
  );
}

/** The next opening after `at`, epoch ms; null where the calendar never opens. */
export function nextOpeningAfter(calendar: Calendar, at: number): number | null {
  for (const { from } of intervalsFrom(calendar, at)) if (from > at) return from;
  return null;
}

/** The moment at which `duration` ms of office hours have passed since `at`; null where the calendar never opens. */
export function addOfficeTime(calendar: Calendar, at: number, duration: number): number | null {
  if (calendar.hours === null) return at + duration;
  let left = duration;
  for (const { from, to } of intervalsFrom(calendar, at)) {
    const start = Math.max(from, at);
    if (start + left <= to) return start + left;
    left -= Math.max(0, to - start);
  }
  return null;
}

function* intervalsFrom(calendar: Calendar, at: number): Generator<Interval> {
  const first = DateTime.fromMillis(at, { zone: calendar.timezone }).startOf('day');
  for (let day = 0; day < daysAhead; day += 1) {
    for (const interval of intervalsOfDay(calendar, first.plus({ days: day }))) {
      if (interval.to > at) yield interval;
    }
  }
}

/** Opening hours are wall-clock times: on the day of a clock change they are as long as the clock on the wall says. */
function intervalsOfDay(calendar: Calendar, day: DateTime): readonly Interval[] {
  const midnight = day.startOf('day');
  return (calendar.hours?.[day.weekday] ?? []).map(({ from, to }) => ({
    from: atMinute(midnight, from),
    to: atMinute(midnight, to),
  }));
}

/**
 * When the clock on the wall shows this minute of the day: in an overlap the first time (what luxon takes when it is set
 * from midnight), in a gap the first valid moment after it (reliability reference, row 46).
 */
function atMinute(midnight: DateTime, minute: number): number {
  if (minute >= 24 * 60) return midnight.plus({ days: 1 }).toMillis();
  const wall = midnight.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const isShown = wall.hour * 60 + wall.minute === minute;
  return (isShown ? wall : endOfGapBefore(wall)).toMillis();
}

/** Luxon passes over a gap by as much as it is long; from there back to where the clock was changed. */
function endOfGapBefore(moment: DateTime): DateTime {
  const earlier = moment.minus({ minutes: 1 });
  return earlier.offset === moment.offset ? endOfGapBefore(earlier) : moment;
}

/** "Monday 09:00" in the calendar's zone, in the given language. */
export function describeMoment(calendar: Calendar, at: number, language: string): string {
  return DateTime.fromMillis(at, { zone: calendar.timezone, locale: language }).toFormat('cccc HH:mm');
}
