import { distance } from 'fastest-levenshtein';

/** Longer than any name that is worth correcting; keeps a hostile name from costing time. */
const LONGEST = 100;

/** The word that was probably meant: two slips away, or a third of its length; null where none is that near. */
export function nearestWord(word: string, words: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const ranked = words
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= tolerance(candidate))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.candidate ?? null;
}

/** `Did you mean "project"?`, or null where nothing is near. */
export function didYouMean(word: string, words: readonly string[]): string | null {
  const nearest = nearestWord(word, words);
  return nearest === null ? null : `Did you mean "${nearest}"?`;
}

function slipsBetween(word: string, candidate: string): number {
  if (candidate.length > LONGEST) return Infinity;
  const slips = distance(word.toLowerCase(), candidate.toLowerCase());
  return slips === 2 && hasSameLetters(word, candidate) ? 1 : slips;
}

/** Two letters that changed places are one slip of the fingers: `sya`. */
function hasSameLetters(word: string, candidate: string): boolean {
  const sorted = (text: string) => [...text.toLowerCase()].sort().join('');
  return sorted(word) === sorted(candidate);
}

/** Of a word of two or three letters, two slips would leave nothing: `no` is not nearly `if`. */
function tolerance(candidate: string): number {
  return candidate.length <= 3 ? 1 : Math.max(2, Math.floor(candidate.length / 3));
}
