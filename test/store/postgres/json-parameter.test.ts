import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJsonParameter } from '../../../src/store/postgres/json-parameter.js';

const replaced = '\uFFFD';

describe('rows as a JSON parameter', () => {
  it.each([
    ['a\0b', `a${replaced}b`],
    ['\ud83d', replaced],
    ['a\udc00b', `a${replaced}b`],
    ['🙏', '🙏'],
    ['\\u0000', '\\u0000'],
    ['\\\0', `\\${replaced}`],
    ['C:\\users\\udad', 'C:\\users\\udad'],
  ])('hold %j as PostgreSQL can keep it', (text, kept) => {
    expect(JSON.parse(toJsonParameter([{ text }]))).toEqual([{ text: kept }]);
  });

  it('change nothing but NUL and halves of pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const expected = texts.map((text) => text.replace(/\0|\p{Surrogate}/gu, replaced));
        expect(JSON.parse(toJsonParameter(texts))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
