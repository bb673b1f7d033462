import { DateTime } from 'luxon';

/** When the day after `2026-12-31` begins in a time zone, epoch ms; null where the text is no day. */
export function startOfNextDay(text: string, timezone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  const day = DateTime.fromISO(text, { zone: timezone });
  return day.isValid ? day.plus({ days: 1 }).startOf('day').toMillis() : null;
}
