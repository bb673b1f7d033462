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
    default:
      return [test.number - 1, test.number, test.number + 1].map(String);
  }
}

/** A text that no author thinks of. */
export const other = 'Something else altogether';
