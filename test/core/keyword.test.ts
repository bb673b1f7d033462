import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildKeywordIndex,
  findKeyword,
  keywordProblems,
  type KeywordEntry,
} from '../../src/core/keyword.js';

const exact = (phrase: string): KeywordEntry<string> => ({
  phrase,
  match: 'exact',
  value: `exact ${phrase}`,
});
const contains = (phrase: string): KeywordEntry<string> => ({
  phrase,
  match: 'contains',
  value: `contains ${phrase}`,
});

const found = (entries: readonly KeywordEntry<string>[], text: string): string | null =>
  findKeyword(buildKeywordIndex(entries), text)?.value ?? null;

describe('an exact keyword', () => {
  it.each(['guide', 'Guide!! 🙏', '  GUIDE  ', '“guide”', 'güide', 'ｇｕｉｄｅ', 'gui\u200Bde'])(
    'is started by %j',
    (text) => {
      expect(found([exact('guide')], text)).toBe('exact guide');
    },
  );

  it.each(['', 'the guide', 'guides', 'gui de', 'guide please', `guide${' '.repeat(3000)}`])(
    'is not started by %j',
    (text) => {
      expect(found([exact('guide')], text)).toBeNull();
    },
  );

  it('may have several words', () => {
    expect(found([exact('Growth-Guide!')], 'growth guide')).toBe('exact Growth-Guide!');
    expect(found([exact('growth guide')], 'growth')).toBeNull();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a word like any other',
    (word) => {
      expect(found([exact('guide'), contains('tips')], word)).toBeNull();
      expect(found([exact(word)], word)).toBe(`exact ${word}`);
      expect(found([contains(word)], `say ${word} now`)).toBe(`contains ${word}`);
    },
  );
});

describe('a contained keyword', () => {
  it('is found anywhere in the message, in whole words', () => {
    const entries = [contains('price')];
    expect(found(entries, 'What is the PRICE, please?')).toBe('contains price');
    expect(found(entries, 'is it priceless')).toBeNull();
  });

  it('gives way to an exact one', () => {
    expect(found([contains('guide'), exact('guide')], 'guide')).toBe('exact guide');
    expect(found([contains('growth guide now'), exact('the growth guide now')], 'the growth guide now')).toBe(
      'exact the growth guide now',
    );
  });

  it('gives way to a longer one, wherever that stands', () => {
    const entries = [contains('guide'), contains('free tips'), contains('free tips today')];
    expect(found(entries, 'guide or free tips?')).toBe('contains free tips');
    expect(found(entries, 'free tips today and the guide')).toBe('contains free tips today');
    expect(found(entries, 'free guide')).toBe('contains guide');
  });

  it('goes before one of the same length that stands later', () => {
    expect(found([contains('tips'), contains('guide')], 'guide and tips')).toBe('contains guide');
  });

  it('is not looked for beyond the beginning of a very long text', () => {
    expect(found([contains('guide')], `${'word '.repeat(1000)}guide`)).toBeNull();
  });
});

describe('findKeyword', () => {
  it('agrees with a search through all entries', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(phrase), fc.array(word), (phrases, words) => {
        const text = words.join(' ');
        const expected = phrases
          .map((candidate) => ({ candidate, at: ` ${text} `.indexOf(` ${candidate} `) }))
          .filter(({ at }) => at >= 0)
          .sort((a, b) => b.candidate.split(' ').length - a.candidate.split(' ').length || a.at - b.at)[0];
        expect(found(phrases.map(contains), text)).toBe(expected ? `contains ${expected.candidate}` : null);
      }),
    );
  });

  it('finds an exact keyword, however many others there are', () => {
    const entries = Array.from({ length: 10_000 }, (_, number) => exact(`keyword ${String(number)}`));
    expect(found(entries, 'Keyword 9999!')).toBe('exact keyword 9999');
  });

  it('never throws', () => {
    const index = buildKeywordIndex([exact('guide'), contains('growth guide'), contains('🙏')]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        findKeyword(index, text);
      }),
    );
  });

  it('keeps the first of two entries that read the same', () => {
    expect(found([exact('Guide'), exact('guide!')], 'guide')).toBe('exact Guide');
  });
});

describe('keywordProblems', () => {
  it('names keywords that read the same, whichever way they match', () => {
    const [guide, loud, tips] = [exact('guide'), contains('GUIDE!!'), exact('tips')];
    expect(keywordProblems([guide, tips, loud])).toEqual({ blank: [], alike: [[guide, loud]] });
  });

  it('names keywords of which nothing is left', () => {
    const prayer = exact('🙏');
    const dots = contains('...');
    expect(keywordProblems([prayer, exact('guide'), dots])).toEqual({ blank: [prayer, dots], alike: [] });
  });
});
