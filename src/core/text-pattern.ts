import { compilePattern, type LinearPattern } from './linear-pattern.js';
import { foldText, READ_LIMIT, toMatchText } from './words.js';

/** A regular expression of an author, ready to be held against whole messages. */
export interface TextPattern {
  /** Whether it is the whole message, as its words alone or with its punctuation. Linear in the message's length. */
  readonly fits: (text: string) => boolean;
  /** Whether it is nothing, too: then it says hardly anything about a message. */
  readonly fitsNothing: boolean;
}

export type PatternReading =
  | { readonly ok: true; readonly pattern: TextPattern }
  /** `problem`: why not, in the words of the engine. */
  | { readonly ok: false; readonly problem: string };

const LONGEST = 200;
/** Instructions of the compiled pattern: matching costs at most their number for each character. */
const LARGEST = 500;

/** Reads a pattern for whole messages, of a size that stays quick. */
export function readTextPattern(source: string): PatternReading {
  if (source.length > LONGEST) {
    return { ok: false, problem: `it has more than ${String(LONGEST)} characters` };
  }
  const reading = compilePattern(source, { spansLines: true, largest: LARGEST });
  if ('problem' in reading) return { ok: false, problem: reading.problem };
  const { compiled } = reading;
  return {
    ok: true,
    pattern: { fits: (text) => fits(compiled, text), fitsNothing: compiled.matches('') },
  };
}

function fits(compiled: LinearPattern, text: string): boolean {
  if (text.length > READ_LIMIT) return false;
  const words = toMatchText(text);
  if (words === '') return false;
  return compiled.matches(words) || compiled.matches(foldText(text).replace(/\s+/gu, ' ').trim());
}
