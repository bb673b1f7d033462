import { commandPhrases } from './command-words.js';
import { buildNearPhrases, findNear } from './near-phrases.js';

/** In a shorter word than "stop" or "quit" every third word of a language is one slip away. */
const fewestLetters = 4;

const stopPhrases = buildNearPhrases(
  commandPhrases('stop').map((phrase) => [phrase, phrase] as const),
  fewestLetters,
);

/** The stop word that these words are but for one slip, such as "cancle"; null: none. Exactly one is not nearly one. */
export function nearStopWord(words: readonly string[]): string | null {
  return findNear(stopPhrases, words)[0] ?? null;
}
