import { compilePattern, type LinearPattern } from '../linear-pattern.js';
import type { PatternKind } from './answer-kind.js';

/** Answers are matched in linear time whatever the pattern; longer ones are none that a pattern was written for. */
const longest = 500;

type Asked = Pick<PatternKind, 'pattern'>;

/** Each pattern is read once for its flow, and goes with it. Null: it cannot be read. */
const known = new WeakMap<Asked, LinearPattern | null>();

/** The whole answer where the pattern fits all of it, as it was written. */
export function readPattern(text: string, asked: Asked): string | null {
  const answer = text.trim();
  if (answer === '' || answer.length > longest) return null;
  return compiledOf(asked)?.matches(answer) ? answer : null;
}

function compiledOf(asked: Asked): LinearPattern | null {
  const before = known.get(asked);
  if (before !== undefined) return before;
  const reading = compilePattern(asked.pattern);
  const compiled = 'compiled' in reading ? reading.compiled : null;
  known.set(asked, compiled);
  return compiled;
}
