import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/core/excerpt.js';
import { wantedOf, wordsOf } from '../../src/core/search-words.js';

describe('the words of a text', () => {
  it.each([
    ['Grüße, ÅNGSTRÖM! foo_bar a-b x@y.com', ['grusse', 'angstrom', 'foo', 'bar', 'a', 'b', 'x', 'y', 'com']],
    ['Σίσυφος ДОМ Ёлка', ['σισυφοσ', 'дом', 'елка']],
    ['שָׁלוֹם مُحَمَّد', ['שלום', 'محمد']],
    ['北京大学 한국어', ['北', '京', '大', '学', '한국어']],
    ['ｆｕｌｌ １２３ ﬁne 😀', ['full', '123', 'fine']],
    ['again AGAIN', ['again']],
    [' — … "\'\\*() ', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('have nothing in them that parts words, or that a question to a database could end with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word).not.toMatch(/[\s"'\\*:&|!()<>-]/u);
          expect(wordsOf(word)).toEqual([word]);
        }
      }),
    );
  });
});

describe('an excerpt', () => {
  const excerpt = (text: string, question: string) => excerptOf(text, wantedOf(question)!);

  it('marks what was found, in its own spelling', () => {
    expect(excerpt('Die Größe fehlt', 'grosse')).toBe('Die \uE000Größe\uE001 fehlt');
    expect(excerpt('a b ab', 'a b')).toBe('\uE000a\uE001 \uE000b\uE001 ab');
    expect(excerpt('大学', '学')).toBe('大\uE000学\uE001');
  });

  it('is a piece of a long text around the first hit, cut between words, in one line', () => {
    const text = `${'before '.repeat(50)}the\nneedle ${'after '.repeat(80)}`;
    const shown = excerpt(text, 'needle');

    expect(shown).toMatch(/^…before (?:before )*the \uE000needle\uE001 after (?:after )*after…$/);
    expect(shown.length).toBeLessThan(180);
  });

  it('takes no marks from the text itself, and breaks on nothing', () => {
    expect(excerpt('a \uE000b\uE001 word', 'word')).toBe('a b \uE000word\uE001');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 5 }),
        (text, more) => {
          const wanted = wantedOf(text.slice(0, 9) + more);
          if (wanted === null) return;
          const marks = excerptOf(text, wanted).replace(/[^\uE000\uE001]/gu, '');
          expect(marks).toMatch(/^(?:\uE000\uE001)*$/);
        },
      ),
    );
  });
});
