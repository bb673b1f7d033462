/** Phrases that a text may miss by one slip of the fingers, found at a cost that does not grow with their number. */
export interface NearPhrases<T> {
  /** By the phrase, and by what is left of it when one letter of a long enough word is dropped. */
  readonly byRest: ReadonlyMap<string, readonly NearPhrase<T>[]>;
  readonly fewestLetters: number;
}

interface NearPhrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Longer texts are no slip of anything; keeps the number of look-ups small, in UTF-16 code units. */
const LONGEST = 110;

/**
 * The keys are match texts: words joined by single spaces.
 *
 * @param fewestLetters Of a word in which a slip is forgiven.
 */
export function buildNearPhrases<T>(
  phrases: Iterable<readonly [string, T]>,
  fewestLetters: number,
): NearPhrases<T> {
  const byRest = new Map<string, NearPhrase<T>[]>();
  for (const [phrase, value] of phrases) {
    const words = phrase.split(' ');
    const near = { words, value };
    for (const rest of restsOf(words, fewestLetters)) {
      const known = byRest.get(rest);
      if (known === undefined) byRest.set(rest, [near]);
      else known.push(near);
    }
  }
  return { byRest, fewestLetters };
}

/**
 * What the phrases stand for that these words are, but for one slip in one word: a letter too many or too few, another
 * letter, two letters that changed places. Not those that they are exactly. In the order in which they were given.
 */
export function findNear<T>(
  { byRest, fewestLetters }: NearPhrases<T>,
  words: readonly string[],
): readonly T[] {
  if (byRest.size === 0 || words.join(' ').length > LONGEST) return [];
  const candidates = new Set(
    [...restsOf(words, fewestLetters - 1)].flatMap((rest) => byRest.get(rest) ?? []),
  );
  return [...candidates]
    .filter((phrase) => isOneSlipAway(words, phrase.words, fewestLetters))
    .map(({ value }) => value);
}

function isOneSlipAway(typed: readonly string[], meant: readonly string[], fewestLetters: number): boolean {
  if (typed.length !== meant.length) return false;
  const others = meant.flatMap((word, at) => (word === typed[at] ? [] : [at]));
  const [at] = others;
  if (at === undefined || others.length > 1) return false;
  const word = [...(meant[at] ?? '')];
  return word.length >= fewestLetters && isSlip([...(typed[at] ?? '')], word);
}

/** Whether one insertion, deletion, substitution or transposition makes one of the other; they are not the same. */
function isSlip(a: readonly string[], b: readonly string[]): boolean {
  const start = a.findIndex((letter, at) => letter !== b[at]);
  const from = start === -1 ? a.length : start;
  const isSameAfter = (skipA: number, skipB: number): boolean =>
    a.slice(from + skipA).join('') === b.slice(from + skipB).join('');
  const isSwapped = a[from] === b[from + 1] && a[from + 1] === b[from];
  return isSameAfter(1, 1) || isSameAfter(1, 0) || isSameAfter(0, 1) || (isSwapped && isSameAfter(2, 2));
}

/** The phrase, and it without one letter of a word that has at least so many. */
function restsOf(words: readonly string[], fewestLetters: number): ReadonlySet<string> {
  const rests = new Set([words.join(' ')]);
  for (const [at, word] of words.entries()) {
    const letters = [...word];
    if (letters.length < fewestLetters) continue;
    for (const dropped of letters.keys()) {
      const rest = letters.filter((_, place) => place !== dropped).join('');
      rests.add([...words.slice(0, at), rest, ...words.slice(at + 1)].join(' '));
    }
  }
  return rests;
}
