import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawWay, type WeightedWay } from '../../src/core/draw-way.js';

const weightedWays = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 })
  .map((weights) => weights.map((weight, index): WeightedWay => ({ name: `way_${String(index)}`, weight })));

function share(
  way: string,
  split: string,
  ways: readonly WeightedWay[],
  contacts: readonly string[],
): number {
  return contacts.filter((contact) => drawWay(contact, split, ways) === way).length / contacts.length;
}

const numbered = Array.from({ length: 20_000 }, (_, index) => `contact-${String(index)}`);

describe('drawWay', () => {
  it('draws one of the ways, and the same one again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), weightedWays, (contact, split, ways) => {
        const way = drawWay(contact, split, ways);
        expect(ways.map(({ name }) => name)).toContain(way);
        expect(drawWay(contact, split, ways)).toBe(way);
      }),
    );
  });

  it('gives each way its share, within what chance allows', () => {
    fc.assert(
      fc.property(fc.string(), weightedWays, (split, ways) => {
        const total = ways.reduce((sum, { weight }) => sum + weight, 0);
        for (const { name, weight } of ways) {
          const expected = weight / total;
          const deviation = Math.sqrt((expected * (1 - expected)) / numbered.length);
          expect(Math.abs(share(name, split, ways, numbered) - expected)).toBeLessThan(6 * deviation + 0.001);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws for two splits independently', () => {
    const ways = [
      { name: 'a', weight: 1 },
      { name: 'b', weight: 1 },
    ];
    const first = numbered.filter((contact) => drawWay(contact, 'one', ways) === 'a');
    expect(share('a', 'two', ways, first)).toBeCloseTo(0.5, 1);
  });

  it('draws nothing where there is no way', () => {
    expect(drawWay('contact', 'empty', [])).toBeNull();
  });
});
