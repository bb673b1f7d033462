import { weekdays } from '../core/week-time.js';

/** A regular expression for any of them, in small or capital letters. */
export const weekdayPattern = weekdays
  .map((day) => [...day].map((letter) => `[${letter}${letter.toUpperCase()}]`).join(''))
  .join('|');

/** One of them, or the first and the last of a row. */
export const daysPattern = `^(?:${weekdayPattern})(?:-(?:${weekdayPattern}))?$`;
export const daysRule = 'Write one day, or the first and the last: mon-fri.';

/** `mon`, `mon-fri`, `sat-mon`, as ISO weekdays in that order; null where the text is none of them. */
export function parseDays(text: string): readonly number[] | null {
  const [first = '', last = first, ...rest] = text.trim().toLowerCase().split('-');
  const [from, to] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  if (from === -1 || to === -1 || rest.length > 0) return null;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, offset) => ((from + offset) % 7) + 1);
}

/** `09:30` in minutes after midnight; null where the text is no time of day. */
export function parseClockTime(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/u.exec(text.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes < 24 * 60 ? minutes : null;
}

/** `tue 10:00`, or `10:00` on any day; null where the text is neither. */
export function parseWeekMoment(
  text: string,
): { readonly weekday: number | null; readonly minute: number } | null {
  const [first = '', second, ...rest] = text.trim().toLowerCase().split(/\s+/u);
  const minute = parseClockTime(second ?? first);
  const weekday = second === undefined ? null : weekdays.indexOf(first) + 1;
  return minute === null || weekday === 0 || rest.length > 0 ? null : { weekday, minute };
}
