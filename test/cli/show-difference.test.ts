import { describe, expect, it } from 'vitest';
import { showDifference } from '../../src/cli/test/show-difference.js';

/** The character of what was said that the mark stands under, and what stands above it. */
function marked(expected: string, said: string): readonly (string | undefined)[] {
  const [above = '', below = '', mark = ''] = showDifference({ expected, said });
  return [above[mark.length - 1], below[mark.length - 1]];
}

describe('the difference of two texts', () => {
  it.each([
    ['Good luck', 'Goodbye!', ' ', 'b'],
    ['the guide', 'Here is the gold', 'u', 'o'],
    ['Nothing like it', 'Farewell', 'N', 'F'],
    ['and more', 'This and', ' ', undefined],
  ])('is marked where “%s” leaves “%s”', (expected, said, above, below) => {
    expect(marked(expected, said)).toEqual([above, below]);
  });

  it('is shown on one screen, however long the texts are', () => {
    const words = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');
    const lines = showDifference({ expected: `${words} end`, said: `${words} stop` });

    for (const line of lines) expect(line.length).toBeLessThan(100);
    expect(marked(`${words} end`, `${words} stop`)).toEqual(['e', 's']);
  });
});
