import { describe, expect, it } from 'vitest';
import { timeOrderedIds } from '../../src/app/time-ordered-id.js';

describe('timeOrderedIds', () => {
  it('makes UUIDs of version 7 that begin with the time', () => {
    // The example of RFC 9562, appendix A.6: Tuesday, February 22, 2022 2:22:22.00 PM GMT-05:00.
    expect(timeOrderedIds(() => 1_645_557_742_000)()).toMatch(
      /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('makes a later one the greater', () => {
    let now = 1_764_000_000_000;
    const newId = timeOrderedIds(() => now);
    const ids = Array.from({ length: 100 }, () => {
      now += 1;
      return newId();
    });
    expect(ids.toSorted()).toEqual(ids);
  });

  it('makes no two alike within a millisecond', () => {
    const newId = timeOrderedIds(() => 1_764_000_000_000);
    expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
  });
});
