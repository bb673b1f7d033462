import { RE2JS, RE2JSException } from 're2js';
import type { PatternKind } from './answer-kind.js';

/** Answers are matched in linear time whatever the pattern; longer ones are none that a pattern was written for. */
const longest = 500;

/** The whole answer where the pattern fits all of it, as it was written. */
export function readPattern(text: string, { pattern }: Pick<PatternKind, 'pattern'>): string | null {
  const answer = text.trim();
  const compiled = answer === '' || answer.length > longest ? null : compilePattern(pattern);
  return compiled !== null && 'matches' in compiled && compiled.matches(answer) ? answer : null;
}

/** A pattern made ready, or why it cannot be. */
export function compilePattern(pattern: string): RE2JS | { readonly problem: string } {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSException) return { problem: error.message };
    throw error;
  }
}
