import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../src/console/pages/search/marked-text.js';

describe('an excerpt', () => {
  it('is taken apart at its marks, and is only ever text', () => {
    expect(piecesOf('the <b>\u{E000}gui\u{E001}de')).toEqual([
      { text: 'the <b>', isMarked: false },
      { text: 'gui', isMarked: true },
      { text: 'de', isMarked: false },
    ]);
    expect(piecesOf('cut \u{E000}off')).toEqual([
      { text: 'cut ', isMarked: false },
      { text: 'off', isMarked: true },
    ]);
  });
});
