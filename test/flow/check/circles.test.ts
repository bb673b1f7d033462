import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCircles } from '../../../src/flow/check/circles.js';
import { reachFrom } from '../../../src/flow/check/reach.js';

const graphs = fc.array(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { minLength: 12, maxLength: 12 });

describe('circles', () => {
  it('hold exactly those that lead to each other', () => {
    fc.assert(
      fc.property(graphs, (ways) => {
        const next = (node: number) => ways[node] ?? [];
        const circles = findCircles(ways.keys(), next);
        const leads = (from: number, to: number) => reachFrom([from], next).has(to);
        for (const a of ways.keys()) {
          for (const b of ways.keys()) {
            expect(circles.get(a) === circles.get(b)).toBe(leads(a, b) && leads(b, a));
          }
        }
      }),
    );
  });

  it('are found by looking at each node once, however long they are', () => {
    let looks = 0;
    const length = 20_000;
    const circles = findCircles(Array(length).keys(), (node) => {
      looks += 1;
      return [(node + 1) % length];
    });
    expect(looks).toBe(length);
    expect(new Set(circles.values()).size).toBe(1);
  });
});
