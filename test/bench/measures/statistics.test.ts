import { describe, expect, it } from 'vitest';
import { median, quantile, spreadOf } from './statistics.js';

describe('statistics', () => {
  it('takes the middle of what is in any order', () => {
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('takes the value that a share of all does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(hundred, 0.5)).toBe(50);
    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile([7], 0.01)).toBe(7);
  });

  it('tells how far rounds lie apart', () => {
    expect(spreadOf([5, 9, 4])).toEqual({ median: 5, least: 4, most: 9 });
  });
});
