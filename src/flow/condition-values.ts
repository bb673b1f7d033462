import { z } from 'zod';
import type { Condition, NumberComparison, Test } from '../core/condition.js';
import { weekdays } from '../core/week-time.js';
import { daysPattern, daysRule, parseClockTime, parseDays } from './clock-time.js';
import { mapping, oneOrMore, refuse, text, writtenLike } from './shape/values.js';

const comparisons = ['at_least', 'at_most', 'more_than', 'less_than'] as const;

const written = mapping({
  at_least: z.number().optional(),
  at_most: z.number().optional(),
  more_than: z.number().optional(),
  less_than: z.number().optional(),
} satisfies Record<NumberComparison, z.ZodType>).meta({ minProperties: 1 });

/** `{ at_least: 2 }`; several must all hold. */
export const numberTests = written.transform((tests, context): readonly Test[] => {
  const found = comparisons.flatMap((kind): readonly Test[] => {
    const number = tests[kind];
    return number === undefined ? [] : [{ kind, number }];
  });
  return found.length > 0
    ? found
    : refuse(context, {
        code: 'missing-key',
        message: 'Say what the number must be.',
        allowed: comparisons,
      });
});

/** `vip`, one of a list, or `{ any: …, all: …, none: … }`. */
export const tagCondition = z.union([
  oneOrMore(text).transform((tags) => anyOf(tags)),
  mapping({
    any: oneOrMore(text).optional(),
    all: oneOrMore(text).optional(),
    none: oneOrMore(text).optional(),
  })
    .meta({ minProperties: 1 })
    .transform(({ any, all, none }, context): Condition => {
      const parts = [
        ...(any ? [anyOf(any)] : []),
        ...(all ?? []).map(hasTag),
        ...(none ? [{ kind: 'not', of: anyOf(none) } as const] : []),
      ];
      const [only, second] = parts;
      if (only === undefined) {
        return refuse(context, {
          code: 'missing-key',
          message: 'Say which tags.',
          allowed: ['any', 'all', 'none'],
        });
      }
      return second === undefined ? only : { kind: 'all', of: parts };
    }),
]);

function anyOf(tags: readonly string[]): Condition {
  const [only, second] = tags;
  return only !== undefined && second === undefined ? hasTag(only) : { kind: 'any', of: tags.map(hasTag) };
}

function hasTag(name: string): Condition {
  return { kind: 'test', subject: { kind: 'tag', name }, test: { kind: 'is', value: 'yes' } };
}

const clockRule = 'Write hours and minutes in quotes: "09:00".';

const clockTime = z
  .string()
  .transform((value, context) => {
    const minute = value.trim() === '24:00' ? 24 * 60 : parseClockTime(value);
    const message = `"${value}" is no time of day.`;
    return minute ?? refuse(context, { code: 'bad-time', message, hint: clockRule });
  })
  .meta(writtenLike('^\\s*(?:(?:[01]?\\d|2[0-3]):[0-5]\\d|24:00)\\s*$', clockRule));

/** `{ from: "18:00", to: "09:00" }`, over midnight too. */
export const timeTests = mapping({ from: clockTime, to: clockTime }).transform(
  ({ from, to }): readonly Test[] => [{ kind: 'minute_between', from, to }],
);

/** `sat`, `mon-fri`, or a list of these. */
export const weekdayTests = oneOrMore(
  z
    .string()
    .transform((value, context) => {
      const days = parseDays(value);
      if (days !== null) return days.map((day) => weekdays[day - 1] ?? '');
      return refuse(context, {
        code: 'bad-days',
        message: `"${value}" is not a day of the week.`,
        allowed: weekdays,
        hint: daysRule,
      });
    })
    .meta(writtenLike(daysPattern, daysRule)),
).transform((days): readonly Test[] => [{ kind: 'is_one_of', values: [...new Set(days.flat())] }]);
