import { z } from 'zod';
import type { Test } from '../core/condition.js';
import { toMatchText } from '../core/words.js';
import type { Report } from './report.js';
import { readShape } from './shape/read-shape.js';
import { mapping, oneOrMore, refuse, text } from './shape/values.js';
import type { SourceNode } from './yaml/source-node.js';

const word = text.transform((value, context) =>
  toMatchText(value) === ''
    ? refuse(context, {
        code: 'blank-value',
        message: `Nothing of "${value}" counts when texts are compared.`,
        hint: 'Case, accents, punctuation and emoji do not matter: write a word.',
      })
    : value,
);

const known = z
  .union([z.boolean(), z.enum(['yes', 'no'])])
  .transform((value) => value === true || value === 'yes');

const testShape = z.union([
  oneOrMore(word).transform(isOneOf),
  mapping({ has_word: oneOrMore(word).optional(), known: known.optional() }).transform(
    (written, context): Test => {
      if (written.has_word !== undefined) return { kind: 'has_word', words: written.has_word };
      if (written.known !== undefined) return { kind: 'is_known', known: written.known };
      return refuse(context, { code: 'missing-key', message: 'Say what it must be: has_word or known.' });
    },
  ),
]);

/** What a subject must be: a value, one of several, `{ has_word: … }` or `{ known: … }`; null where that is broken. */
export function readTest(node: SourceNode, report: Report): Test | null {
  return readShape<Test>(testShape, node, report).value;
}

/** A test for whole values, of which one must fit. */
export function isOneOf(values: readonly string[]): Test {
  const [value, second] = values;
  return value !== undefined && second === undefined ? { kind: 'is', value } : { kind: 'is_one_of', values };
}
