import { DateTime } from 'luxon';
import type { Test } from '../../core/condition.js';

/** Values for which a test holds, and close ones for which it does not. That nothing is known is never among them. */
export function valuesAround(test: Test): readonly string[] {
  switch (test.kind) {
    case 'is':
      return [test.value, other];
    case 'is_one_of':
      return [...test.values, other];
    case 'has_word':
      return [...test.words, other];
    case 'is_known':
    case 'minute_between':
      return [other];
    case 'is_not':
    case 'includes':
      return [...test.values, other];
    case 'starts_with':
      return [...test.values.map((value) => `${value} and more`), other];
    case 'before':
    case 'after':
      return [...daysAround(test.date), other];
    default:
      return [test.number, test.number - 1, test.number + 1].map(String);
  }
}

/** A day, and those beside it. */
function daysAround(day: string): readonly string[] {
  const date = DateTime.fromISO(day);
  if (!date.isValid) return ['yesterday', 'today', 'tomorrow', 'in 3 days', '3 days ago'];
  return [-1, 0, 1].map((days) => date.plus({ days }).toISODate());
}

/** A text that no author thinks of. */
export const other = 'Something else altogether';
