/** What phrases of one or several words stand for, found in a text at a cost that does not grow with their number. */
export interface PhraseTable<T> {
  readonly byPhrase: ReadonlyMap<string, T>;
  /** For the first word of each phrase: the word counts of the phrases that it begins, longest first. */
  readonly lengthsByFirstWord: ReadonlyMap<string, readonly number[]>;
}

/** A phrase found in a text, and how many words it takes there. */
export interface FoundPhrase<T> {
  readonly value: T;
  readonly length: number;
}

/** The keys are match texts: words joined by single spaces, none of them empty. */
export function buildPhraseTable<T>(byPhrase: ReadonlyMap<string, T>): PhraseTable<T> {
  const lengths = new Map<string, Set<number>>();
  for (const phrase of byPhrase.keys()) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    lengths.set(first, (lengths.get(first) ?? new Set()).add(words.length));
  }
  const longestFirst = [...lengths].map(([first, counts]): [string, number[]] => [
    first,
    [...counts].sort((a, b) => b - a),
  ]);
  return { byPhrase, lengthsByFirstWord: new Map(longestFirst) };
}

/** The longest phrase that begins at that word and has more than `moreThan` words. */
export function longestPhraseAt<T>(
  table: PhraseTable<T>,
  words: readonly string[],
  at: number,
  moreThan = 0,
): FoundPhrase<T> | null {
  for (const length of table.lengthsByFirstWord.get(words[at] ?? '') ?? []) {
    if (length <= moreThan) break;
    if (at + length > words.length) continue;
    const value = table.byPhrase.get(words.slice(at, at + length).join(' '));
    if (value !== undefined) return { value, length };
  }
  return null;
}

/** Every phrase that begins at that word, longest first. */
export function phrasesAt<T>(
  table: PhraseTable<T>,
  words: readonly string[],
  at: number,
): readonly FoundPhrase<T>[] {
  const lengths = table.lengthsByFirstWord.get(words[at] ?? '') ?? [];
  return lengths.flatMap((length) => {
    if (at + length > words.length) return [];
    const value = table.byPhrase.get(words.slice(at, at + length).join(' '));
    return value === undefined ? [] : [{ value, length }];
  });
}
