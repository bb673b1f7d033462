import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, foldText, READ_LIMIT, toMatchText, toWords } from '../../src/core/words.js';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('toMatchText', () => {
  it.each([
    ['Guide!! 🙏', 'guide'],
    ['  GROWTH   guide ', 'growth guide'],
    ['Größe & Spaß', 'grosse spass'],
    ['CAFÉ crème', 'cafe creme'],
    ["don't", 'dont'],
    ['don’t', 'dont'],
    ['don´t', 'dont'],
    ['Hawaiʻi', 'hawaii'],
    ["'quoted' words'", 'quoted words'],
    ['opt-out', 'opt out'],
    ['S.T.O.P', 's t o p'],
    ['ＧＵＩＤＥ', 'guide'],
    ['ⓈⓉⓄⓟ', 'stop'],
    ['𝐬𝐭𝐨𝐩', 'stop'],
    ['st\u200Bo\u00ADp\uFEFF', 'stop'],
    ['st\u202Eop\u0000', 'stop'],
    ['two\nlines\ttab', 'two lines tab'],
    ['Guide™', 'guide'],
    ['gui🙏de', 'gui de'],
    ['1️⃣', '1'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['гайд, Ёлка', 'гаид елка'],
    ['دليل مُجّاني', 'دليل مُجّاني'],
    ['नमस्ते दुनिया', 'नमस्ते दुनिया'],
    ['ガイド', 'ガイド'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['한국어 가이드', '한국어 가이드'],
    ['指南！', '指南'],
  ])('reads %j as %j', (text, words) => {
    expect(toMatchText(text)).toBe(words);
  });

  it.each(['', '   ', '🙏🙏', '?!…', '\u200B\u0000', '\uD83D', '\u0301\u0301'])(
    'finds no word in %j',
    (text) => {
      expect(toMatchText(text)).toBe('');
    },
  );

  it('never throws, and reads its own result as the same words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = toMatchText(text);
        expect(toMatchText(words)).toBe(words);
      }),
    );
  });

  it('folds plain ASCII on its short way as on the long one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(toMatchText(text)).toBe(toMatchText(`é ${text}`).replace(/^e ?/, ''));
      }),
    );
  });
});

describe('toWords', () => {
  it('is the match text, word by word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toWords(text).join(' ')).toBe(toMatchText(text));
        expect(toWords(text)).not.toContain('');
      }),
    );
  });

  it('reads the beginning of a very long text, and no half word of it', () => {
    const words = toWords('guide '.repeat(1_000_000));
    expect(words.length).toBe(Math.floor(READ_LIMIT / 'guide '.length));
    expect(new Set(words)).toEqual(new Set(['guide']));
  });

  it('takes a text of marks alone in its stride', () => {
    expect(toWords(`a${'\u0301\u0323'.repeat(500_000)}`)).toEqual(['a']);
  });
});

describe('foldText', () => {
  it('keeps punctuation and line breaks, which tell sentences apart', () => {
    expect(foldText('Thanks!\nSTOP. Schön…')).toBe('thanks!\nstop. schon...');
  });
});

describe('endsOf', () => {
  it('is all of a text that is read whole', () => {
    const text = 'x'.repeat(READ_LIMIT);
    expect(endsOf(text)).toBe(text);
  });

  it.each([1, 10, 499, 500, 501, 100_000])(
    'keeps the last words when %i more code units stand before',
    (more) => {
      const text = `first ${'word '.repeat((READ_LIMIT + more) / 5)}very last`;
      expect(endsOf(text).startsWith('first word')).toBe(true);
      expect(endsOf(text).endsWith(' very last')).toBe(true);
      expect(endsOf(text).length).toBeLessThanOrEqual(READ_LIMIT + 501);
    },
  );
});
