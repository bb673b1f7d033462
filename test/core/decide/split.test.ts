import { describe, expect, it } from 'vitest';
import type { SplitWay } from '../../../src/flow/definition.js';
import { flow, keyword, outcome, say, type Line } from '../world/flows.js';
import { World } from '../world/world.js';

function offer(weights: Readonly<Record<string, number>>) {
  const split: Line = (place) => ({
    verb: 'split',
    path: `${place}-split`,
    split: 'offer_test',
    ways: Object.entries(weights).map(([name, weight]): SplitWay => ({
      name,
      weight,
      then: [say(`The ${name} one.`)(`${place}-split/${name}/1`)],
    })),
  });
  return flow('offer', [keyword('offer')], split, outcome('delivered'));
}

const wayOf = (world: World) => world.conversation.contact.splits?.['offer_test'];

describe('a split', () => {
  it('draws a way, says which, and keeps it with the outcome', () => {
    const world = new World([offer({ short: 50, long: 50 })]);
    world.writes('offer');
    const way = wayOf(world) ?? '';
    expect(world.said()).toEqual([`The ${way} one.`]);
    expect(world.decision?.trace).toContainEqual({ rule: 'split', result: `offer_test: ${way}, drawn` });
    expect(world.asked('recordOutcome')[0]?.outcome.source).toMatchObject({ splits: { offer_test: way } });
  });

  it('keeps the way when the weights change, and draws anew when the way is gone', () => {
    const world = new World([offer({ short: 1, long: 1_000_000 })]);
    world.writes('offer');
    expect(wayOf(world)).toBe('long');
    world.serves(offer({ short: 1_000_000, long: 1 }));
    world.writes('offer');
    expect(world.said()).toEqual(['The long one.']);
    expect(world.decision?.trace).toContainEqual({ rule: 'split', result: 'offer_test: long, as before' });
    world.serves(offer({ short: 1, medium: 1_000_000 }));
    world.writes('offer');
    expect(world.said()).toEqual(['The medium one.']);
    expect(wayOf(world)).toBe('medium');
  });
});
