import type { OfficeHours } from '../../core/office-hours.js';
import { z } from 'zod';
import { weekdays } from '../../core/week-time.js';
import { daysPattern, daysRule, parseDays } from '../clock-time.js';
import type { Report } from '../report.js';
import { part, writtenLike } from '../shape/values.js';
import { adviceToQuote, describeNode } from '../shape/describe-node.js';
import type { MapEntry, SourceNode } from '../yaml/source-node.js';

const hoursRule = 'Write "09:00-18:00", or several with commas between: "09:00-12:30, 14:00-18:00".';

const interval = '\\s*\\d{1,2}:[0-5]\\d\\s*[-–]\\s*\\d{1,2}:[0-5]\\d\\s*';

/** Opening hours of a day, for editors: they are read by `readIntervals`, which says better what is wrong with them. */
export const intervalsShape = z.string().meta(writtenLike(`^${interval}(?:,${interval})*$`, hoursRule));

/** By days: each is read by itself. */
export const hoursShape = z.record(z.string().meta(writtenLike(daysPattern, daysRule)), part('hours'));

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Opening hours by weekday; null where there are none, which means always open. */
export function readHours(node: SourceNode | undefined, report: Report): OfficeHours | null {
  if (node?.kind !== 'map') return null;
  const byDay = new Map<number, readonly Interval[]>();
  for (const [key, entry] of node.entries) {
    const intervals = readIntervals(entry, report);
    for (const day of readDays(key, entry, report)) {
      if (byDay.has(day)) reportRepeatedDay(day, entry, report);
      byDay.set(day, intervals);
    }
  }
  return Object.fromEntries(weekdays.map((_, index) => [index + 1, byDay.get(index + 1) ?? []]));
}

function readDays(key: string, { keyPlace }: MapEntry, report: Report): readonly number[] {
  const days = parseDays(key);
  if (days === null) {
    report.error(keyPlace, 'bad-days', `"${key}" is not a day of the week.`, {
      allowed: weekdays,
      hint: daysRule,
    });
  }
  return days ?? [];
}

function reportRepeatedDay(day: number, { keyPlace }: MapEntry, report: Report): void {
  report.error(keyPlace, 'duplicate-day', `The hours of ${weekdays[day - 1] ?? ''} stand here twice.`, {
    hint: 'Put several intervals of one day into one text, with commas between.',
  });
}

function readIntervals({ value }: MapEntry, report: Report): readonly Interval[] {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') {
    report.error(value.place, 'wrong-type', `Expected opening hours, found ${describeNode(value)}.`, {
      hint: adviceToQuote(value) ?? hoursRule,
    });
    return [];
  }
  const intervals = value.value.split(',').map(parseInterval);
  const known = intervals.filter((interval) => interval !== null);
  const isInOrder = known.every(({ from }, index) => from >= (known[index - 1]?.to ?? 0));
  if (known.length === intervals.length && isInOrder) return known;
  report.error(value.place, 'bad-hours', `"${value.value}" are no opening hours.`, {
    hint: adviceFor(value.value),
  });
  return [];
}

function parseInterval(text: string): Interval | null {
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/u.exec(text) ?? [];
  const from = toMinutes(fromHour, fromMinute);
  const to = toMinutes(toHour, toMinute);
  return from !== null && to !== null && from < to ? { from, to } : null;
}

function toMinutes(hour = '', minute = ''): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return hour !== '' && Number(minute) < 60 && minutes <= 24 * 60 ? minutes : null;
}

function adviceFor(text: string): string {
  const [, from = '', to = ''] = /^\s*(\d\d:\d\d)\s*-\s*(\d\d:\d\d)\s*$/u.exec(text) ?? [];
  return from > to
    ? `Hours past midnight belong to two days: "${from}-24:00" and, on the next, "00:00-${to}".`
    : hoursRule;
}
