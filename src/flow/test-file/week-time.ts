import { z } from 'zod';
import { weekdays } from '../../core/week-time.js';
import { weekdayPattern } from '../clock-time.js';
import { refuse, writtenLike } from '../shape/values.js';
import type { WeekTime } from '../test-definition.js';

const weekTimePattern = `^\\s*(${weekdayPattern}) ([01]?\\d|2[0-3]):[0-5]\\d\\s*$`;

/** `tue 10:00`: a moment of any week, by the workspace's clock. */
export const weekTime = z
  .string()
  .transform((value, context): WeekTime => {
    const [, day = '', hour, minute] =
      /^([a-z]{3}) (\d{1,2}):(\d{2})$/u.exec(value.trim().toLowerCase()) ?? [];
    const weekday = weekdays.indexOf(day) + 1;
    const minutes = Number(hour) * 60 + Number(minute);
    return weekday > 0 && Number(minute) < 60 && minutes < 24 * 60
      ? { weekday, minute: minutes }
      : refuse(context, {
          code: 'bad-week-time',
          message: `"${value}" is no moment of a week.`,
          hint: 'Write a day and a time: tue 10:00.',
        });
  })
  .meta(writtenLike(weekTimePattern, 'Write a day and a time: tue 10:00.'));

/** As `weekTime` reads it. */
export function formatWeekTime({ weekday, minute }: WeekTime): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${weekdays[weekday - 1] ?? ''} ${hours ?? ''}:${minutes ?? ''}`;
}
