import { buildPhraseTable, longestPhraseAt, type PhraseTable } from './phrase-table.js';
import { READ_LIMIT, toMatchText, toWords } from './words.js';

/** `exact`: the keyword is the whole message. `contains`: it stands somewhere in the message, in whole words. */
export type KeywordMatch = 'exact' | 'contains';

/** A keyword as its author wrote it, and what it stands for. */
export interface KeywordEntry<T> {
  readonly phrase: string;
  readonly match: KeywordMatch;
  readonly value: T;
}

/** Keywords made ready for look-ups whose cost does not grow with their number. */
export interface KeywordIndex<T> {
  readonly exact: ReadonlyMap<string, KeywordEntry<T>>;
  readonly contained: PhraseTable<KeywordEntry<T>>;
}

/** Keywords that cannot do what their author meant. */
export interface KeywordProblems<T> {
  /** Nothing is left of these once punctuation and emoji are gone: no message can start them. */
  readonly blank: readonly KeywordEntry<T>[];
  /** Each group reads the same to us, however differently it is written. In the order given. */
  readonly alike: readonly (readonly KeywordEntry<T>[])[];
}

/** Of several entries that read the same, the first is kept. Blank ones are left out: {@link keywordProblems} tells. */
export function buildKeywordIndex<T>(entries: readonly KeywordEntry<T>[]): KeywordIndex<T> {
  const exact = new Map<string, KeywordEntry<T>>();
  const contained = new Map<string, KeywordEntry<T>>();
  for (const entry of entries) {
    const key = toMatchText(entry.phrase);
    const keys = entry.match === 'exact' ? exact : contained;
    if (key !== '' && !keys.has(key)) keys.set(key, entry);
  }
  return { exact, contained: buildPhraseTable(contained) };
}

/**
 * The keyword that a message starts, if any. An exact one goes before one that is contained; of these the one with the
 * most words wins, then the one that stands first. Never throws.
 */
export function findKeyword<T>(index: KeywordIndex<T>, text: string): KeywordEntry<T> | null {
  const words = toWords(text);
  const whole = text.length <= READ_LIMIT ? index.exact.get(words.join(' ')) : undefined;
  return whole ?? findContained(index, words);
}

function findContained<T>(index: KeywordIndex<T>, words: readonly string[]): KeywordEntry<T> | null {
  let best: KeywordEntry<T> | null = null;
  let length = 0;
  for (const at of words.keys()) {
    const longer = longestPhraseAt(index.contained, words, at, length);
    if (longer !== null) ({ value: best, length } = longer);
  }
  return best;
}

/** What a checker reports: blank keywords, and those that read the same, whichever way they match. */
export function keywordProblems<T>(entries: readonly KeywordEntry<T>[]): KeywordProblems<T> {
  const groups = new Map<string, KeywordEntry<T>[]>();
  for (const entry of entries) {
    const key = toMatchText(entry.phrase);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const blank = groups.get('') ?? [];
  groups.delete('');
  return { blank, alike: [...groups.values()].filter((group) => group.length > 1) };
}
