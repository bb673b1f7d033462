import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../../src/core/channel.js';
import { Lanes } from '../../src/engine/lanes.js';
import type { AccountKey } from '../../src/store/store.js';

const studio: AccountKey = { workspace: 'main', account: 'studio', channel: 'instagram' };
const rate = capabilities.instagram.sendsPerSecond;

function openLanes(now = 0): Lanes {
  return new Lanes({ now: () => now });
}

function takeAll(lanes: Lanes, now: number, account = studio): number {
  let taken = 0;
  while (lanes.take(account, now) === null) taken += 1;
  return taken;
}

/** When each of so many who ask at `arrivals` gets their place: who must wait asks again when told to. */
function placesOf(arrivals: readonly number[]): readonly number[] {
  const lanes = openLanes();
  const places: number[] = [];
  let waiting = [...arrivals].sort((a, b) => a - b);
  while (waiting.length > 0) {
    const [now = 0, ...others] = waiting;
    const until = lanes.take(studio, now);
    if (until === null) places.push(now);
    waiting = until === null ? others : [...others, until].sort((a, b) => a - b);
  }
  return places;
}

describe('the lane of an account', () => {
  it('lets a second’s worth go at once, and then nobody', () => {
    expect(takeAll(openLanes(), 0)).toBe(rate);
  });

  it('lets go as many more as time has passed for', () => {
    const lanes = openLanes();
    takeAll(lanes, 0);
    expect(takeAll(lanes, 100)).toBe(rate / 10);
  });

  it('does not save up a quiet hour', () => {
    const lanes = openLanes();
    takeAll(lanes, 0);
    expect(takeAll(lanes, 3_600_000)).toBe(rate);
  });

  it('tells who must wait a moment of their own', () => {
    const lanes = openLanes();
    takeAll(lanes, 0);
    const moments = Array.from({ length: 31 }, () => lanes.take(studio, 0) ?? 0);
    expect((moments.at(-1) ?? 0) - (moments[0] ?? 0)).toBeCloseTo(30 * (1_000 / rate), -1);
    expect(new Set(moments).size).toBe(31);
  });

  it('keeps its rate, and gives everybody a place, whenever they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4_000), { minLength: 1, maxLength: 1_500 }), (arrivals) => {
        const places = placesOf(arrivals);
        expect(places).toHaveLength(arrivals.length);
        places.forEach((place, index) => {
          const first = places[index - 2 * rate];
          if (first !== undefined) expect(place - first).toBeGreaterThanOrEqual(1_000);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('wastes no time while others wait', () => {
    const places = placesOf(Array.from({ length: 5 * rate }, () => 0));
    expect(places.at(-1)).toBeLessThan(4_100);
  });

  it('belongs to that account only', () => {
    const lanes = openLanes();
    takeAll(lanes, 0);
    expect(lanes.take({ ...studio, account: 'other' }, 0)).toBeNull();
    expect(lanes.take({ ...studio, workspace: 'other' }, 0)).toBeNull();
  });

  it('is as wide as its channel allows', () => {
    const lanes = openLanes();
    const simulator = { ...studio, account: 'simulator', channel: 'simulator' } as const;
    expect(takeAll(lanes, 0, simulator)).toBe(capabilities.simulator.sendsPerSecond);
  });
});

describe('a paused lane', () => {
  it('lets nobody go before its time', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000);
    expect(lanes.take(studio, 4_999)).toBe(5_000);
    expect(lanes.take(studio, 5_000)).toBeNull();
  });

  it('keeps to the longer of two pauses', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000);
    lanes.pause(studio, 3_000);
    expect(lanes.take(studio, 4_000)).toBe(5_000);
  });

  it('is not a stopped one', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000);
    expect(lanes.stopped()).toEqual([]);
  });
});

describe('a stopped lane', () => {
  it('lets nobody go, and says why', () => {
    const lanes = openLanes();
    lanes.stop(studio, 'The token has expired.');
    expect(lanes.take(studio, 1_000)).toBe(61_000);
    expect(lanes.take(studio, 86_400_000)).toBe(86_460_000);
    expect(lanes.stopped()).toEqual([{ account: 'main/studio', reason: 'The token has expired.' }]);
  });

  it('stops no other account', () => {
    const lanes = openLanes();
    lanes.stop(studio, 'The token has expired.');
    expect(lanes.take({ ...studio, account: 'other' }, 0)).toBeNull();
  });
});
