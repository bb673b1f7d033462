import { compilePattern } from '../linear-pattern.js';
import type { PatternKind } from './answer-kind.js';

/** Answers are matched in linear time whatever the pattern; longer ones are none that a pattern was written for. */
const longest = 500;

/** The whole answer where the pattern fits all of it, as it was written. */
export function readPattern(text: string, { pattern }: Pick<PatternKind, 'pattern'>): string | null {
  const answer = text.trim();
  if (answer === '' || answer.length > longest) return null;
  const reading = compilePattern(pattern);
  return 'compiled' in reading && reading.compiled.matches(answer) ? answer : null;
}
