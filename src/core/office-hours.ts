import { DateTime } from 'luxon';
import { atMinute } from './wall-clock.js';

/** Opening intervals by ISO weekday (1 Monday … 7 Sunday), in minutes after local midnight, in order. */
export type OfficeHours = Readonly<Record<number, readonly { readonly from: number; readonly to: number }[]>>;

/** When people are there. */
export interface Calendar {
  /** IANA name. */
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

const day = 86_400_000;

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

/** The moment since which `duration` ms of office hours have passed until `at`; as far back as is searched where the calendar never opens. */
export function subtractOfficeTime(calendar: Calendar, at: number, duration: number): number {
  if (calendar.hours === null) return at - duration;
  let left = duration;
  for (const { from, to } of intervalsBefore(calendar, at)) {
    const end = Math.min(to, at);
    if (end - left >= from) return end - left;
    left -= end - from;
  }
  return at - daysAhead * day;
}

/** How much of the time from one moment to another, in ms, people are there; 0 where the other is earlier. */
export function officeTimeBetween(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0;
  if (calendar.hours === null) return to - from;
  let passed = 0;
  for (const interval of intervalsFrom(calendar, from)) {
    if (interval.from >= to) break;
    passed += Math.min(interval.to, to) - Math.max(interval.from, from);
  }
  return passed;
}

function* intervalsFrom(calendar: Calendar, at: number): Generator<Interval> {
  const first = DateTime.fromMillis(at, { zone: calendar.timezone }).startOf('day');
  for (let day = 0; day < daysAhead; day += 1) {
    for (const interval of intervalsOfDay(calendar, first.plus({ days: day }))) {
      if (interval.to > at) yield interval;
    }
  }
}

/** The last one first. */
function* intervalsBefore(calendar: Calendar, at: number): Generator<Interval> {
  const last = DateTime.fromMillis(at, { zone: calendar.timezone }).startOf('day');
  for (let days = 0; days < daysAhead; days += 1) {
    for (const interval of [...intervalsOfDay(calendar, last.minus({ days }))].reverse()) {
      if (interval.from < at) yield interval;
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

/** "Monday 09:00" in the calendar's zone, in the given language. */
export function describeMoment(calendar: Calendar, at: number, language: string): string {
  return DateTime.fromMillis(at, { zone: calendar.timezone, locale: language }).toFormat('cccc HH:mm');
}

/** The longest time that office hours can be away in a week, ms; 0 where it is always open, a year where never. */
export function longestClosure(hours: OfficeHours | null): number {
  if (hours === null) return 0;
  const intervals = Object.entries(hours)
    .flatMap(([weekday, ofDay]) => ofDay.map(({ from, to }) => ({ weekday: Number(weekday), from, to })))
    .map(({ weekday, from, to }) => ({ from: weekday * 24 * 60 + from, to: weekday * 24 * 60 + to }))
    .sort((a, b) => a.from - b.from);
  const first = intervals[0];
  if (first === undefined) return 366 * day;
  const following = [...intervals.slice(1), { ...first, from: first.from + 7 * 24 * 60 }];
  const closures = intervals.map(({ to }, index) => (following[index]?.from ?? to) - to);
  return Math.max(0, ...closures) * 60_000;
}
