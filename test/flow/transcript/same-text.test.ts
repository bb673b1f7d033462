import { describe, expect, it } from 'vitest';
import { containsText, isSameText } from '../../../src/flow/transcript/same-text.js';

describe('a text in a test', () => {
  it('stands for every spelling that people take for the same', () => {
    expect(containsText('Hi Zoë! HERE is — the “guide” 🎉', 'zoe here is the guide')).toBe(true);
    expect(containsText('Here is the guide', 'here is a guide')).toBe(false);
    expect(isSameText('Yes, please!', 'yes please')).toBe(true);
    expect(isSameText('Yes, please!', 'yes')).toBe(false);
  });

  it('is taken as it is where it has no words', () => {
    expect(containsText('Lovely 🎉', '🎉')).toBe(true);
    expect(containsText('Lovely', '🎉')).toBe(false);
    expect(isSameText('👍', ' 👍 ')).toBe(true);
    expect(isSameText('👍', '👎')).toBe(false);
  });

  it('is found anywhere in a long message', () => {
    expect(containsText(`${'word '.repeat(3_000)}needle`, 'needle')).toBe(true);
  });
});
