import { buildNearPhrases, findNear, type NearPhrases } from './near-phrases.js';
import { buildPhraseTable, phrasesAt, type PhraseTable } from './phrase-table.js';
import { nearStopWord } from './stop-words.js';
import { readTextPattern, type TextPattern } from './text-pattern.js';
import { defaultPriority } from './trigger-order.js';
import { READ_LIMIT, toMatchText, toWords } from './words.js';

/**
 * How a keyword is met, the more telling ways first. `exact`: it is the whole message. `starts_with`: the message begins
 * with it. `contains`: it stands somewhere in the message. All three in whole words. `near`: it is the whole message but
 * for one slip in a word of five letters or more; without a slip that is `exact`. `pattern`: a regular expression that
 * the whole message fits.
 */
export const keywordMatches = ['exact', 'starts_with', 'contains', 'near', 'pattern'] as const;

export type KeywordMatch = (typeof keywordMatches)[number];

/** A keyword as its author wrote it, and what it stands for. */
export interface KeywordEntry<T> {
  readonly phrase: string;
  readonly match: KeywordMatch;
  readonly value: T;
  /** 1 first, 9 last; 5 where nothing is said. Between keywords that are met in the same way. */
  readonly priority?: number;
  /** It counts only for contacts of this language, and those whose language is not known. */
  readonly language?: string;
}

/** A keyword met in a message. */
export interface KeywordHit<T> {
  readonly entry: KeywordEntry<T>;
  readonly by: KeywordMatch;
  /** How many words it takes; 0 of a pattern. */
  readonly words: number;
  /** The word of the message at which it stands. */
  readonly at: number;
}

/** What decides between keywords beside the message. */
export interface KeywordReading {
  /** The contact's; null: not known, and every keyword counts. */
  readonly language: string | null;
  /** Also try patterns where another keyword goes before them anyway: for explanations, not for decisions. */
  readonly isThorough: boolean;
}

/** Keywords made ready for look-ups whose cost does not grow with their number, but for patterns, of which few may be. */
export interface KeywordIndex<T> {
  /** In the order given, blank ones included. */
  readonly entries: readonly KeywordEntry<T>[];
  readonly exact: ReadonlyMap<string, Alike<T>>;
  readonly starting: PhraseTable<Alike<T>>;
  readonly contained: PhraseTable<Alike<T>>;
  readonly near: NearPhrases<Alike<T>>;
  readonly patterns: readonly { readonly entry: KeywordEntry<T>; readonly pattern: TextPattern }[];
}

/** Keywords that read the same, the one to be taken first. */
type Alike<T> = readonly KeywordEntry<T>[];

/** Letters of a word in which a slip is forgiven: in a shorter one it makes another word. */
export const NEAR_LETTERS = 5;

const anyLanguage: KeywordReading = { language: null, isThorough: false };

/**
 * Of entries that read the same the one with the better priority goes first, then the one that stands first. Blank ones
 * and patterns that cannot be read are met by nothing; the checker has reported them.
 */
export function buildKeywordIndex<T>(entries: readonly KeywordEntry<T>[]): KeywordIndex<T> {
  const ordered = entries.toSorted((a, b) => priorityOf(a) - priorityOf(b));
  const those = (...matches: readonly KeywordMatch[]): ReadonlyMap<string, Alike<T>> =>
    byMatchText(ordered.filter(({ match }) => matches.includes(match)));
  return {
    entries,
    exact: those('exact', 'near'),
    starting: buildPhraseTable(those('starts_with')),
    contained: buildPhraseTable(those('contains')),
    near: buildNearPhrases(those('near'), NEAR_LETTERS),
    patterns: ordered.flatMap((entry) => {
      const reading = entry.match === 'pattern' ? readTextPattern(entry.phrase) : null;
      return reading?.ok === true ? [{ entry, pattern: reading.pattern }] : [];
    }),
  };
}

function byMatchText<T>(entries: readonly KeywordEntry<T>[]): ReadonlyMap<string, Alike<T>> {
  const alike = new Map<string, KeywordEntry<T>[]>();
  for (const entry of entries) {
    const key = toMatchText(entry.phrase);
    const known = alike.get(key);
    if (key === '') continue;
    if (known === undefined) alike.set(key, [entry]);
    else known.push(entry);
  }
  return alike;
}

/**
 * The keyword that a message starts, if any: the first of {@link findKeywords}, for a contact of any language. Never
 * throws.
 */
export function findKeyword<T>(index: KeywordIndex<T>, text: string): KeywordEntry<T> | null {
  return findKeywords(index, text, anyLanguage)[0]?.entry ?? null;
}

/** The keywords that are the whole message, best first. */
export function findExactKeywords<T>(
  index: KeywordIndex<T>,
  text: string,
  reading: KeywordReading = anyLanguage,
): readonly KeywordHit<T>[] {
  return inOrder(exactHits(index, text, toWords(text)), reading);
}

/**
 * Every keyword that a message holds, the one to be followed first: by how it is met, in the order of
 * {@link keywordMatches}; then by priority; then the one with the most words, then the one that stands first. Never
 * throws.
 */
export function findKeywords<T>(
  index: KeywordIndex<T>,
  text: string,
  reading: KeywordReading,
): readonly KeywordHit<T>[] {
  const words = toWords(text);
  const found = inOrder(
    [
      ...exactHits(index, text, words),
      ...startingHits(index, words),
      ...containedHits(index, words),
      ...nearHits(index, text, words),
    ],
    reading,
  );
  const arePatternsTried = found.length === 0 || reading.isThorough;
  return arePatternsTried ? [...found, ...inOrder(patternHits(index, text), reading)] : found;
}

function exactHits<T>(index: KeywordIndex<T>, text: string, words: readonly string[]) {
  if (text.length > READ_LIMIT) return [];
  return (index.exact.get(words.join(' ')) ?? []).map((entry) => hit(entry, 'exact', words.length, 0));
}

function startingHits<T>({ starting }: KeywordIndex<T>, words: readonly string[]) {
  return phrasesAt(starting, words, 0).flatMap(({ value, length }) =>
    value.map((entry) => hit(entry, 'starts_with', length, 0)),
  );
}

function containedHits<T>({ contained }: KeywordIndex<T>, words: readonly string[]) {
  if (contained.byPhrase.size === 0) return [];
  return [...words.keys()].flatMap((at) =>
    phrasesAt(contained, words, at).flatMap(({ value, length }) =>
      value.map((entry) => hit(entry, 'contains', length, at)),
    ),
  );
}

/** Who slips on "cancel" does not mean "candle": they get an answer that names STOP, or a person. */
function nearHits<T>({ near }: KeywordIndex<T>, text: string, words: readonly string[]) {
  if (text.length > READ_LIMIT) return [];
  const found = findNear(near, words);
  if (found.length === 0 || nearStopWord(words) !== null) return [];
  return found.flatMap((alike) => alike.map((entry) => hit(entry, 'near', words.length, 0)));
}

function patternHits<T>({ patterns }: KeywordIndex<T>, text: string) {
  return patterns.filter(({ pattern }) => pattern.fits(text)).map(({ entry }) => hit(entry, 'pattern', 0, 0));
}

function hit<T>(entry: KeywordEntry<T>, by: KeywordMatch, words: number, at: number): KeywordHit<T> {
  return { entry, by, words, at };
}

/** Stable: of hits that are alike in everything the one found first stays first. */
function inOrder<T>(hits: readonly KeywordHit<T>[], { language }: KeywordReading): readonly KeywordHit<T>[] {
  return hits
    .filter(({ entry }) => isForLanguage(entry.language, language))
    .toSorted(
      (a, b) =>
        keywordMatches.indexOf(a.by) - keywordMatches.indexOf(b.by) ||
        priorityOf(a.entry) - priorityOf(b.entry) ||
        b.words - a.words ||
        a.at - b.at,
    );
}

/** Whether what is meant for one language counts for a contact who speaks another; regions (`de-AT`) do not matter. */
export function isForLanguage(meant: string | undefined, spoken: string | null): boolean {
  return meant === undefined || spoken === null || primary(meant) === primary(spoken);
}

function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

function priorityOf({ priority = defaultPriority }: { readonly priority?: number }): number {
  return priority;
}
