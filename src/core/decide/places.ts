import { toWords } from '../words.js';

/** What may stand beside the numbers of a list, and says nothing of its own. */
const fillers = new Set('nr no nummer number option and und plus please bitte'.split(' '));

const mostDigits = 3;

/**
 * Numbers that a text consists of, and nothing else: "2", "2.", "nr 2", "#2"; "1 and 3", "1,3". In their order, each once.
 */
export function placesIn(text: string): readonly number[] {
  const words = toWords(text).filter((word) => !fillers.has(word));
  if (!words.every((word) => /^[0-9]+$/u.test(word) && word.length <= mostDigits)) return [];
  return [...new Set(words.map(Number))];
}
