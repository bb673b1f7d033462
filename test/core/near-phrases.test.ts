import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNearPhrases, findNear } from '../../src/core/near-phrases.js';

const near = (phrases: readonly string[], text: string, fewestLetters = 5): readonly string[] =>
  findNear(
    buildNearPhrases(
      phrases.map((phrase) => [phrase, phrase] as const),
      fewestLetters,
    ),
    text.split(' '),
  );

/** The distance of Damerau and Levenshtein, by the book: adjacent letters may change places once. */
function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
  }
  return rows[a.length]![b.length]!;
}

describe('a word that is one slip away', () => {
  it.each([
    ['a letter too many', 'guidee'],
    ['a letter too few', 'gude'],
    ['another letter', 'guode'],
    ['two letters that changed places', 'giude'],
  ])('is found: %s', (_name, typed) => {
    expect(near(['guide'], typed)).toEqual(['guide']);
  });

  it.each(['guide', 'gd', 'giuda', 'guidelines', 'the guide'])('is not %s', (typed) => {
    expect(near(['guide'], typed)).toEqual([]);
  });

  it('needs as many letters as are asked for', () => {
    expect(near(['tips'], 'tps')).toEqual([]);
    expect(near(['tips'], 'tps', 4)).toEqual(['tips']);
  });

  it('may stand in a phrase, whose other words are as they are', () => {
    expect(near(['my growth guide'], 'my grwoth guide')).toEqual(['my growth guide']);
    expect(near(['my growth guide'], 'my grwoth giude')).toEqual([]);
    expect(near(['my growth guide'], 'mi growth guide')).toEqual([]);
  });

  it('is what the book says, for any words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), word, (phrases, typed) => {
        const expected = phrases.filter((phrase) => phrase.length >= 5 && slips(typed, phrase) === 1);
        expect([...near(phrases, typed)].sort()).toEqual(expected.sort());
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the cost of a look-up', () => {
  /** How many phrases are looked at for one text. */
  function looked(count: number): number {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (number: number): string =>
      [...number.toString(26).padStart(4, '0')].map((digit) => letters[parseInt(digit, 26)]).join('') + 'xyz';
    const index = buildNearPhrases(
      Array.from({ length: count }, (_, number) => [word(number), number] as const),
      5,
    );
    let touched = 0;
    const counting = new Proxy(index.byRest as Map<string, readonly unknown[]>, {
      get: (map, key) =>
        key === 'size'
          ? map.size
          : (rest: string) => {
              const found = map.get(rest);
              touched += 1 + (found?.length ?? 0);
              return found;
            },
    });
    findNear({ ...index, byRest: counting as never }, ['aaaqxyz']);
    return touched;
  }

  it('does not grow with the number of phrases', () => {
    expect(looked(10)).toBeGreaterThan(0);
    // Words of a small alphabet share what is left of them; how many can is bounded by the alphabet.
    expect(looked(10_000)).toBeLessThan(400);
    expect(looked(100_000)).toBeLessThan(400);
  });
});
