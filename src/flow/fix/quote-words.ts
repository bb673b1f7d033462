import type { Issue } from '../issue.js';
import { quoteText } from '../yaml/quote.js';
import type { Fix } from './fix.js';
import { offsetOf, readRanges } from './value-ranges.js';
import type { SourceFile } from '../yaml/source-file.js';

/** Puts numbers, true, false and the like in quotes where a text belongs. */
export function quoteWords(file: SourceFile, issues: readonly Issue[]): readonly Fix[] {
  const own = issues.filter(({ file: path, code }) => code === 'unquoted-value' && path === file.path);
  if (own.length === 0) return [];
  const ranges = readRanges(file.text);
  return own.flatMap(({ file: path, line, column }) => {
    const start = offsetOf(file.text, { line, column });
    const value = ranges.find((range) => range.start === start);
    if (value === undefined) return [];
    const text = quoteText(file.text.slice(value.start, value.end));
    const message = `put it in quotes: ${text}`;
    return [
      { code: 'unquoted-value', place: { file: path, line, column }, message, start, end: value.end, text },
    ];
  });
}
