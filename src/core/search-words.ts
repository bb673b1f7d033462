/**
 * Folds texts into words that can be looked for, so that case, accents and forms of letters do not matter. Words of what is
 * searched and of what is searched for are made here alike; PostgreSQL does the same by itself (`heyword_words`), so who
 * changes one changes the other.
 */

/** Scripts that put no spaces between words: each of their signs is a word. */
const signs = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';

/** What stands between words, by code points: what is a letter is not the same to each engine. */
const gaps =
  '\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7' +
  '\\u060c\\u061b\\u061f\\u06d4\\u0964\\u0965\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u3000-\\u303f\\ue000-\\uf8ff' +
  '\\ufe00-\\ufe6f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\ufff0-\\uffff';

const wordPattern = new RegExp(`[${signs}]|[^${gaps}${signs}\\u{1f000}-\\u{1faff}]+`, 'gu');

/** Accents of Latin, Greek and Cyrillic; points and vowels of Hebrew and Arabic, with the stroke that lengthens a word. */
const markPattern = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;

/** Longer ones are found by their beginning, characters. */
const longestWord = 64;

/** Of a longer text only the beginning is looked at, UTF-16 code units. */
const longestText = 20_000;

/** A word where it stands in its text. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export function placedWords(text: string): readonly PlacedWord[] {
  return Array.from(text.slice(0, longestText).matchAll(wordPattern)).flatMap(({ 0: found, index }) =>
    fold(found).map((word) => ({ word, from: index, to: index + found.length })),
  );
}

/** Each once, in the order in which they come. */
export function wordsOf(...texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => placedWords(text).map(({ word }) => word)))];
}

/** What no folding would change but for its size: most words of most languages here. */
const plainPattern = /^[A-Za-z0-9]+$/;

/** Several where one sign stands for several words, as ½ does. */
function fold(found: string): readonly string[] {
  if (plainPattern.test(found)) return [found.slice(0, longestWord).toLowerCase()];
  const plain = found.normalize('NFKD').replace(markPattern, '').normalize('NFKC').toLowerCase();
  const words = plain.replaceAll('ς', 'σ').replaceAll('ß', 'ss').match(wordPattern) ?? [];
  return words.map((word) => Array.from(word).slice(0, longestWord).join(''));
}

/** What is looked for: every whole word must occur, and one that begins like the last, which may not be at its end yet. */
export interface Wanted {
  readonly words: readonly string[];
  readonly beginning: string;
}

/** More words than anybody looks for. */
const mostWords = 12;

/** Null: there is no word in it. */
export function wantedOf(question: string): Wanted | null {
  const words = wordsOf(question).slice(0, mostWords);
  const beginning = words.at(-1);
  return beginning === undefined ? null : { words: words.slice(0, -1), beginning };
}

export function isWanted(word: string, { words, beginning }: Wanted): boolean {
  return word.startsWith(beginning) || words.includes(word);
}
