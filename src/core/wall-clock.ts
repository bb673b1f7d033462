import { DateTime } from 'luxon';

/**
 * When the clock on the wall shows this minute of the day: in an overlap the first time (what luxon takes when it is set
 * from midnight), in a gap the first valid moment after it (reliability reference, row 46).
 */
export function atMinute(midnight: DateTime, minute: number): number {
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

/** The next moment after `at` when the clock on the wall shows this minute, on this ISO weekday or, for null, on any. */
export function nextClockTime(
  timezone: string,
  at: number,
  { weekday, minute }: { readonly weekday: number | null; readonly minute: number },
): number {
  const today = DateTime.fromMillis(at, { zone: timezone }).startOf('day');
  // The eighth day counts where today's time has passed already.
  for (let days = 0; days <= 7; days += 1) {
    const day = today.plus({ days });
    if (weekday !== null && day.weekday !== weekday) continue;
    const moment = atMinute(day, minute);
    if (moment > at) return moment;
  }
  return at;
}

const wholeDay = 86_400_000;

/** That minute of a day written `2026-12-01`, less what lies `before` it, ms; null where the text is no day. */
export function momentOfDate(timezone: string, date: string, minute: number, before = 0): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date.trim())) return null;
  const day = DateTime.fromISO(date.trim(), { zone: timezone });
  if (!day.isValid) return null;
  return before % wholeDay === 0
    ? atMinute(day.minus({ days: before / wholeDay }).startOf('day'), minute)
    : atMinute(day.startOf('day'), minute) - before;
}

/** Minutes that the clock on the wall shows since Monday midnight. */
export function minuteOfWeek(timezone: string, at: number): number {
  const { weekday, hour, minute } = DateTime.fromMillis(at, { zone: timezone });
  return ((weekday - 1) * 24 + hour) * 60 + minute;
}
