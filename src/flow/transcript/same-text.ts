import { foldText } from '../../core/words.js';

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/** Whether a text contains another as people compare them: by words, without case, accents, punctuation and emoji. */
export function containsText(text: string, part: string): boolean {
  const words = comparable(part);
  return words === '' ? text.includes(part.trim()) : comparable(text).includes(words);
}

/** Whether two texts are the same as people compare them. */
export function isSameText(a: string, b: string): boolean {
  return comparable(a) === '' ? a.trim() === b.trim() : comparable(a) === comparable(b);
}

function comparable(text: string): string {
  return foldText(text).replaceAll(BETWEEN_WORDS, ' ').trim();
}
