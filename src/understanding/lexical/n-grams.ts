import { toWords } from '../../core/words.js';

/** How often each feature occurs in a text, words and letters apart. */
export interface NGrams {
  /** Words, and pairs of neighbouring words. */
  readonly words: ReadonlyMap<string, number>;
  /** Three to five letters of one word, its ends marked by a space: what is left of a word after a slip of the fingers. */
  readonly letters: ReadonlyMap<string, number>;
}

/** Words of a text that are looked at. A question is asked in fewer; what goes on is a story. */
const MOST_WORDS = 60;

const SHORTEST = 3;
const LONGEST = 5;

export function nGramsOf(text: string): NGrams {
  const spoken = toWords(text).slice(0, MOST_WORDS);
  const words = new Map<string, number>();
  const letters = new Map<string, number>();
  for (const [index, word] of spoken.entries()) {
    count(words, word);
    const next = spoken[index + 1];
    if (next !== undefined) count(words, `${word} ${next}`);
    for (const part of partsOf(word)) count(letters, part);
  }
  return { words, letters };
}

/** Letters, not code units: half of one would be equal to half of another. A word is read up to its 40th. */
function partsOf(word: string): readonly string[] {
  const letters = [...` ${word.slice(0, 40)} `];
  const parts: string[] = [];
  for (let size = SHORTEST; size <= LONGEST && size <= letters.length; size += 1) {
    for (let at = 0; at + size <= letters.length; at += 1) parts.push(letters.slice(at, at + size).join(''));
  }
  return parts;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
