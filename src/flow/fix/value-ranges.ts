import { isScalar, parseDocument, visit } from 'yaml';
import type { Place } from '../issue.js';

/** A plain value, and where it stands in its text. */
export interface ValueRange {
  readonly start: number;
  readonly end: number;
  readonly inFlow: boolean;
  /** Where the key before it begins; null in a list. */
  readonly keyStart: number | null;
}

/** Every plain value of a YAML text. */
export function readRanges(text: string): readonly ValueRange[] {
  const ranges: ValueRange[] = [];
  visit(parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }), {
    Pair: (_, { key, value }, ancestors) => {
      const around = ancestors.at(-1);
      const inFlow = typeof around === 'object' && 'flow' in around && (around.flow ?? false);
      if (!isScalar(value) || !isScalar(key)) return;
      const [range, keyRange] = [value.range, key.range];
      if (!range || !keyRange) return;
      ranges.push({ start: range[0], end: range[1], inFlow, keyStart: keyRange[0] });
    },
    Scalar: (key, { range }) => {
      if (typeof key !== 'number' || !range) return;
      ranges.push({ start: range[0], end: range[1], inFlow: false, keyStart: null });
    },
  });
  return ranges;
}

/** Where a line and a column, counted from 1, stand in a text. */
export function offsetOf(text: string, { line, column }: Pick<Place, 'line' | 'column'>): number {
  let start = 0;
  for (let number = 1; number < line; number += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
