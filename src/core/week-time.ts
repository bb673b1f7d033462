import { DateTime } from 'luxon';

/** In the order of ISO weekdays, which count from 1. */
export const weekdays: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A week in which nothing happens: no clock change in any zone, no turn of the year. */
const quietMonday = { year: 2026, month: 1, day: 12 };

/**
 * A moment of any week, as epoch ms of one fixed week.
 *
 * @param timezone IANA name.
 * @param weekday ISO: 1 Monday … 7 Sunday.
 * @param minute Minutes after local midnight.
 */
export function momentOfWeek(timezone: string, weekday: number, minute: number): number {
  const monday = DateTime.fromObject(quietMonday, { zone: timezone });
  return monday.plus({ days: weekday - 1, minutes: minute }).toMillis();
}
