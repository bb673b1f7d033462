import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, type TextLimit } from '../../src/core/channel-capabilities.js';
import { clipText, splitText } from '../../src/core/split-text.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemesOf(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

const limitOf = (unit: TextLimit['unit'], least: number) =>
  fc.integer({ min: least, max: 120 }).map((size) => ({ size, unit }));
const anyLimit = (least: number) => fc.oneof(limitOf('bytes', least), limitOf('characters', least));

/** Texts as people write them: words, white space, sentences, and everything that is more than one code point. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'word', 'Straße', 'naïve', 'x'.repeat(40)) },
  { weight: 4, arbitrary: fc.constantFrom(' ', ' ', '\n', '\n\n', '. ', '! ', '? ', '…  ') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '👍',
      '👍🏽',
      '👩‍👩‍👧‍👦',
      '🏳️‍🌈',
      '🇩🇪',
      '🇩🇪🇫🇷',
      'e\u0301',
      'ก็',
      'नि',
      '각',
      '\r\n',
      '日本語。',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** The largest grapheme above, in bytes, and what a random one may take. */
const roomForAGrapheme = 64;

describe('a text that is split', () => {
  it('has parts that each fit', () => {
    fc.assert(
      fc.property(anyText, anyLimit(roomForAGrapheme), (text, limit) => {
        for (const part of splitText(text, limit)) {
          expect(measureText(part, limit)).toBeLessThanOrEqual(limit.size);
        }
      }),
    );
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(anyText, anyLimit(1), (text, limit) => {
        const bare = (some: string) => some.replaceAll(/\s+/gu, '');
        expect(bare(splitText(text, limit).join(''))).toBe(bare(text));
      }),
    );
  });

  it('keeps together what a reader sees as one character, where that fits at all', () => {
    fc.assert(
      fc.property(anyText, anyLimit(roomForAGrapheme), (text, limit) => {
        const seen = (some: string) => graphemesOf(some).filter((one) => one.trim() !== '');
        expect(splitText(text, limit).flatMap(seen)).toEqual(seen(text));
      }),
    );
  });

  it('keeps code points whole in any case, and ends', () => {
    fc.assert(
      fc.property(anyText, anyLimit(1), (text, limit) => {
        for (const part of splitText(text, limit)) expect(part).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('has no blank part, and no white space at its edges', () => {
    fc.assert(
      fc.property(anyText, anyLimit(1), (text, limit) => {
        const parts = splitText(text, limit);
        for (const part of parts) expect(part).toBe(part.trim());
        if (parts.length > 1) expect(parts).not.toContain('');
      }),
    );
  });

  it('stays one where it fits', () => {
    expect(splitText('Hello there.', { size: 12, unit: 'characters' })).toEqual(['Hello there.']);
    expect(splitText('  Hello there. \n', { size: 12, unit: 'characters' })).toEqual(['Hello there.']);
    expect(splitText('', { size: 12, unit: 'characters' })).toEqual(['']);
  });

  it.each([
    ['paragraphs', 'First one. Go on.\n\nThe second', 20, ['First one. Go on.', 'The second']],
    ['sentences', 'One is here. Two is there, too', 20, ['One is here.', 'Two is there, too']],
    ['words', 'one two three four five', 10, ['one two', 'three four', 'five']],
    ['anything', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    [
      'words rather than far too short a sentence',
      'No. but this one goes on and on',
      20,
      ['No. but this one', 'goes on and on'],
    ],
  ])('is cut between %s', (_, text, size, parts) => {
    expect(splitText(text, { size, unit: 'characters' })).toEqual(parts);
  });

  it('counts bytes where the channel does', () => {
    expect(splitText('ääää', { size: 4, unit: 'bytes' })).toEqual(['ää', 'ää']);
  });

  it('cuts even a single character that is larger than the limit, between code points', () => {
    expect(splitText('👩‍👩‍👧‍👦', { size: 4, unit: 'characters' }).join('')).toBe('👩‍👩‍👧‍👦');
    expect(splitText('👍👍', { size: 1, unit: 'bytes' })).toEqual(['👍', '👍']);
    expect(splitText(`e${'\u0301'.repeat(4)}`, { size: 3, unit: 'characters' })).toEqual([
      'e\u0301\u0301',
      '\u0301\u0301',
    ]);
  });

  it('takes long texts in a moment', () => {
    const text = 'lorem ipsum 👩‍👩‍👧 '.repeat(20_000);
    const parts = splitText(text, { size: 1_000, unit: 'bytes' });

    expect(parts.join(' ')).toBe(text.trim());
  });
});

describe('a text that is clipped', () => {
  it('is the longest beginning of whole characters that fits', () => {
    fc.assert(
      fc.property(anyText, anyLimit(roomForAGrapheme), (text, limit) => {
        const clipped = clipText(text, limit);
        const kept = graphemesOf(clipped).length;
        expect(text.startsWith(clipped)).toBe(true);
        expect(measureText(clipped, limit)).toBeLessThanOrEqual(limit.size);
        if (clipped === text) return;
        const more = graphemesOf(text).slice(kept).join('').trimStart();
        const [next = ''] = graphemesOf(more);
        const gap = text.length - clipped.length - more.length;
        const longer = text.slice(0, clipped.length + gap) + next;
        expect(measureText(longer, limit)).toBeGreaterThan(limit.size);
      }),
    );
  });
});
