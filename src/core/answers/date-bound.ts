import { DateTime } from 'luxon';
import type { DateBound } from './answer-kind.js';

const nearBounds = ['yesterday', 'today', 'tomorrow'] as const;

/** Days that a bound can name without a date. */
export const namedBounds: readonly string[] = nearBounds;

/** The ISO date that a bound means on this day. */
export function boundOn(bound: DateBound, today: string): string {
  const days = nearBounds.findIndex((name) => name === bound) - 1;
  return days < -1 ? bound : (DateTime.fromISO(today).plus({ days }).toISODate() ?? bound);
}

/** An ISO date that the calendar has. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && DateTime.fromISO(text).isValid;
}

/** The day that it is now in a time zone, ISO. */
export function dayAt(now: number, timezone: string): string {
  return DateTime.fromMillis(now, { zone: timezone }).toFormat('yyyy-MM-dd');
}
