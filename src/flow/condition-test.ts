import { z } from 'zod';
import { isIsoDate, namedBounds } from '../core/answers/date-bound.js';
import type { Test } from '../core/condition.js';
import { toMatchText } from '../core/words.js';
import type { Report } from './report.js';
import { readShape } from './shape/read-shape.js';
import { mapping, oneOrMore, refuse, text, writtenLike, yesOrNo } from './shape/values.js';
import type { NodePath, SourceNode } from './yaml/source-node.js';

const word = text.transform((value, context) =>
  toMatchText(value) === ''
    ? refuse(context, {
        code: 'blank-value',
        message: `Nothing of "${value}" counts when texts are compared.`,
        hint: 'Case, accents, punctuation and emoji do not matter: write a word.',
      })
    : value,
);

const dayRule = 'Write year, month and day: 2026-05-03.';

const day = z
  .string()
  .transform((value, context) =>
    namedBounds.includes(value) || isIsoDate(value)
      ? value
      : refuse(context, {
          code: 'bad-date',
          message: `"${value}" is no day.`,
          allowed: namedBounds,
          hint: dayRule,
        }),
  )
  .meta(writtenLike(`^(?:${namedBounds.join('|')}|\\d{4}-\\d{2}-\\d{2})$`, dayRule));

/** One test of a subject, and where it stands: the values one by one where it has several. */
export interface PlacedTest {
  readonly test: Test;
  /** Under which key; empty: the subject's own value. */
  readonly at: NodePath;
}

const tests = mapping({
  has_word: oneOrMore(word).describe('One of these words or phrases stands in it.').optional(),
  known: yesOrNo.describe('Whether anything is known at all.').optional(),
  is_not: oneOrMore(word).describe('It is none of these.').optional(),
  includes: oneOrMore(word).describe('One of these is among the choices that were taken.').optional(),
  starts_with: oneOrMore(word).describe('It begins with one of these.').optional(),
  at_least: z.number().describe('As a number it is this or more.').optional(),
  at_most: z.number().describe('As a number it is this or less.').optional(),
  more_than: z.number().describe('As a number it is more than this.').optional(),
  less_than: z.number().describe('As a number it is less than this.').optional(),
  before: day.describe(`As a day it is earlier: 2026-12-24, or ${namedBounds.join(', ')}.`).optional(),
  after: day.describe(`As a day it is later: 2026-12-24, or ${namedBounds.join(', ')}.`).optional(),
}).meta({ minProperties: 1 });

export const testShape = z.union([
  oneOrMore(word).transform((values): readonly PlacedTest[] => [{ test: isOneOf(values), at: [] }]),
  tests.transform((written, context): readonly PlacedTest[] => {
    const found = testsOf(written);
    return found.length > 0
      ? found
      : refuse(context, {
          code: 'missing-key',
          message: 'Say what it must be, by one of these tests.',
          allowed: Object.keys(tests.shape),
        });
  }),
]);

function testsOf(written: z.output<typeof tests>): readonly PlacedTest[] {
  return [
    ...placed('has_word', written.has_word, (words) => ({ kind: 'has_word', words })),
    ...placed('known', written.known, (known) => ({ kind: 'is_known', known })),
    ...listTests.flatMap((kind) => placed(kind, written[kind], (values) => ({ kind, values }))),
    ...numberTests.flatMap((kind) => placed(kind, written[kind], (number) => ({ kind, number }))),
    ...dateTests.flatMap((kind) => placed(kind, written[kind], (date) => ({ kind, date }))),
  ];
}

const listTests = ['is_not', 'includes', 'starts_with'] as const;
const numberTests = ['at_least', 'at_most', 'more_than', 'less_than'] as const;
const dateTests = ['before', 'after'] as const;

function placed<T>(key: string, value: T | undefined, make: (value: T) => Test): readonly PlacedTest[] {
  return value === undefined ? [] : [{ test: make(value), at: [key] }];
}

/**
 * What a subject must be: a value, one of several, or a mapping of tests that all must hold, such as `{ at_least: 5 }`;
 * null where that is broken.
 */
export function readTests(node: SourceNode, report: Report): readonly PlacedTest[] | null {
  return readShape<readonly PlacedTest[]>(testShape, node, report).value;
}

/** A test for whole values, of which one must fit. */
export function isOneOf(values: readonly string[]): Test {
  const [value, second] = values;
  return value !== undefined && second === undefined ? { kind: 'is', value } : { kind: 'is_one_of', values };
}
