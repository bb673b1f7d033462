import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildKeywordIndex,
  findKeyword,
  findKeywords,
  type KeywordEntry,
  type KeywordMatch,
} from '../../src/core/keyword.js';
import type { PhraseTable } from '../../src/core/phrase-table.js';

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

const entry = (
  match: KeywordMatch,
  phrase: string,
  more: { readonly priority?: number; readonly language?: string } = {},
): KeywordEntry<string> => ({ phrase, match, value: `${match} ${phrase}`, ...more });

const all = (entries: readonly KeywordEntry<string>[], text: string, language: string | null = null) =>
  findKeywords(buildKeywordIndex(entries), text, { language, isThorough: true }).map(
    ({ entry: one, by }) => `${by}: ${one.value}`,
  );

describe('a leading keyword', () => {
  it('is met at the beginning, in whole words', () => {
    const entries = [entry('starts_with', 'how much')];
    expect(found(entries, 'How much is it?')).toBe('starts_with how much');
    expect(found(entries, 'tell me how much')).toBeNull();
    expect(found(entries, 'how muchness')).toBeNull();
  });
});

describe('a keyword that may be misspelt', () => {
  const entries = [entry('near', 'guide'), entry('near', 'candle')];

  it('is met with one slip', () => {
    expect(all(entries, 'Giude!')).toEqual(['near: near guide']);
    expect(all(entries, 'the giude')).toEqual([]);
  });

  it('is as good as an exact one without a slip', () => {
    expect(all(entries, 'guide')).toEqual(['exact: near guide']);
  });

  it('always gives way to an exact one', () => {
    expect(found([entry('near', 'guide'), exact('guile')], 'guile')).toBe('exact guile');
  });

  it.each(['cancle', 'cancel'])('is not met by what is nearly a stop word: %s', (text) => {
    expect(all(entries, text)).toEqual([]);
  });
});

describe('a pattern', () => {
  it('is tried where no other keyword is met', () => {
    const entries = [entry('pattern', 'order [0-9]+'), entry('contains', 'help')];
    expect(found(entries, 'Order 66')).toBe('pattern order [0-9]+');
    expect(found(entries, 'order help')).toBe('contains help');
  });

  it('that cannot be read is met by nothing', () => {
    expect(found([entry('pattern', '(')], '(')).toBeNull();
  });
});

describe('several keywords in one message', () => {
  const entries = [
    entry('pattern', 'price of .*'),
    entry('near', 'price of guide'),
    entry('contains', 'guide'),
    entry('contains', 'price of'),
    entry('starts_with', 'price'),
    entry('exact', 'price of guide'),
  ];

  it('come in the order in which they tell what is meant', () => {
    expect(all(entries, 'price of guide')).toEqual([
      'exact: near price of guide',
      'exact: exact price of guide',
      'starts_with: starts_with price',
      'contains: contains price of',
      'contains: contains guide',
      'pattern: pattern price of .*',
    ]);
  });

  it('are settled by priority within one way of being met, and never across', () => {
    const ranked = [
      entry('contains', 'growth guide', { priority: 6 }),
      entry('contains', 'guide', { priority: 1 }),
      entry('exact', 'growth guide', { priority: 9 }),
    ];
    expect(all(ranked, 'growth guide')).toEqual([
      'exact: exact growth guide',
      'contains: contains guide',
      'contains: contains growth guide',
    ]);
  });
});

describe('a keyword of one language', () => {
  const entries = [
    entry('exact', 'gift', { language: 'de' }),
    { ...entry('exact', 'gift', { language: 'en' }), value: 'present' },
  ];

  it('counts for contacts of that language, and those of whom none is known', () => {
    expect(all(entries, 'Gift', 'en')).toEqual(['exact: present']);
    expect(all(entries, 'Gift', 'de-AT')).toEqual(['exact: exact gift']);
    expect(all(entries, 'Gift', null)).toHaveLength(2);
    expect(all(entries, 'Gift', 'fr')).toEqual([]);
  });
});

/** A map that counts what is looked up and handed out; it can be asked for one key at a time only. */
function counted<T>(map: ReadonlyMap<string, T>, count: (steps: number) => void): ReadonlyMap<string, T> {
  return new Proxy(map as Map<string, T>, {
    get: (_target, property) => {
      if (property === 'size') return map.size;
      if (property !== 'get') throw new Error(`A look-up does not need ${String(property)}.`);
      return (key: string) => {
        const found = map.get(key);
        count(1 + (Array.isArray(found) ? found.length : 0));
        return found;
      };
    },
  });
}

describe('looking a message up', () => {
  /** Entries that are looked at on the way, among so many keywords of each kind. */
  function stepsAmong(keywords: number): number {
    const entries = Array.from({ length: keywords }, (_, number) => [
      exact(`keyword ${String(number)}`),
      contains(`phrase ${String(number)} here`),
      entry('starts_with', `opening ${String(number)}`),
      entry('near', `misspelt${String(number)}`),
    ]).flat();
    const { exact: whole, starting, contained, near, patterns } = buildKeywordIndex(entries);
    let steps = 0;
    const count = (more: number): void => void (steps += more);
    const table = <T>({ byPhrase, lengthsByFirstWord }: PhraseTable<T>): PhraseTable<T> => ({
      byPhrase: counted(byPhrase, count),
      lengthsByFirstWord: counted(lengthsByFirstWord, count),
    });
    const index = {
      exact: counted(whole, count),
      starting: table(starting),
      contained: table(contained),
      near: { ...near, byRest: counted(near.byRest, count) },
      patterns,
      // Only for those who list them: a look-up that reads it fails.
      get entries(): never {
        throw new Error('A look-up does not go through all entries.');
      },
    };
    const texts = [
      'keyword 7',
      'some phrase 7 here and more',
      'opening 7, what else',
      'mispelt7',
      'nothing of it',
    ];
    const found = texts.map((text) => findKeyword(index, text)?.phrase ?? null);
    expect(found).toEqual(['keyword 7', 'phrase 7 here', 'opening 7', 'misspelt7', null]);
    return steps;
  }

  it('takes as many steps among ten thousand keywords of each kind as among ten', () => {
    expect(stepsAmong(10)).toBeGreaterThan(0);
    expect(stepsAmong(10_000)).toBe(stepsAmong(10));
  });
});
