import { describe, expect, it } from 'vitest';
import { nextFreeName, readName } from '../../src/console/simulator/state/follower-name.js';

describe('the name of a follower', () => {
  it('is proposed, and never one that somebody bears', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 40; count += 1) {
      const name = nextFreeName(taken);
      expect(taken.has(name)).toBe(false);
      taken.add(name);
    }
    expect([...taken].slice(0, 2)).toEqual(['Ana', 'Bela']);
  });

  it('is the same however an accent was typed', () => {
    expect(readName(' Zoe\u0301 ')).toEqual({ name: 'Zo\u00e9' });
  });

  it.each(['', '   ', '.', '..'])('cannot be “%s”', (typed) => {
    expect(readName(typed)).toHaveProperty('problem');
  });
});
