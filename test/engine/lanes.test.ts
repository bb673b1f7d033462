import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../../src/core/channel.js';
import { Lanes } from '../../src/engine/lanes.js';
import type { BeginningSend } from '../../src/store/store.js';

const studio: BeginningSend = {
  workspace: 'main',
  account: 'studio',
  channel: 'instagram',
  conversationId: 'ada',
  basis: 'reply_window',
};
const rate = capabilities.instagram.sendsPerSecond;

function openLanes(sent: readonly number[] = []): Lanes {
  return new Lanes({ clock: { now: () => 0 }, store: { sendsSince: () => Promise.resolve(sent) } });
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

describe('what a platform counts apart', () => {
  const audio = { ...studio, ratedApart: 'media' } as const;

  it('goes at a rate of its own, ten media a second, and leaves the others theirs', () => {
    const lanes = openLanes();
    expect(takeAll(lanes, 0, audio)).toBe(10);
    expect(takeAll(lanes, 0)).toBe(rate);
    expect(takeAll(lanes, 100, audio)).toBe(1);
  });

  it('are a hundred private replies a second under a live broadcast', () => {
    expect(takeAll(openLanes(), 0, { ...studio, basis: 'private_reply', ratedApart: 'liveReplies' })).toBe(
      100,
    );
  });

  it('waits with its account', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000, 'Slower.');
    expect(lanes.take(audio, 0)).toBe(5_000);
  });
});

describe('a paused lane', () => {
  it('lets nobody go before its time', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000, 'Slower.');
    expect(lanes.take(studio, 4_999)).toBe(5_000);
    expect(lanes.take(studio, 5_000)).toBeNull();
  });

  it('keeps to the longer of two pauses', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000, 'Slower.');
    lanes.pause(studio, 3_000, 'Slower.');
    expect(lanes.take(studio, 4_000)).toBe(5_000);
  });

  it('is not a stopped one', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000, 'Slower.');
    expect(lanes.stopped()).toEqual([]);
  });

  it('says until when, and why, as long as it lasts', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000, 'Slower.');
    expect(lanes.paused(4_999)).toEqual([{ account: 'main/studio', reason: 'Slower.', until: 5_000 }]);
    expect(lanes.paused(5_000)).toEqual([]);
  });

  it('of a whole app holds back every account of its channel, and no other', () => {
    const lanes = openLanes();
    const other = { ...studio, account: 'other' };
    lanes.pauseChannel('instagram', 5_000, 'The app is too quick.');
    expect([lanes.take(studio, 0), lanes.take(other, 0)]).toEqual([5_000, 5_000]);
    expect(lanes.take({ ...studio, account: 'page', channel: 'messenger' }, 0)).toBeNull();
    expect(lanes.take(other, 5_000)).toBeNull();
  });
});

describe('the pace of a contact', () => {
  const { burst = 0, every = 0 } = capabilities.whatsapp.contactPace ?? {};
  const ada: BeginningSend = { ...studio, channel: 'whatsapp' };

  it('lets a burst go at once, and then one after the other', () => {
    const lanes = openLanes();
    expect(takeAll(lanes, 0, ada)).toBe(burst);
    expect(lanes.take(ada, 0)).toBe(every);
    expect(takeAll(lanes, every, ada)).toBe(1);
  });

  it('gathers a burst again in as long as it had borrowed', () => {
    const lanes = openLanes();
    takeAll(lanes, 0, ada);
    expect(takeAll(lanes, burst * every, ada)).toBe(burst);
  });

  it('holds back nobody else, and takes no place of the account', () => {
    const lanes = openLanes();
    takeAll(lanes, 0, ada);
    for (let i = 0; i < 100; i += 1) lanes.take(ada, 0);
    const others = Array.from({ length: capabilities.whatsapp.sendsPerSecond - burst }, (_, index) =>
      lanes.take({ ...ada, conversationId: `other-${index}` }, 0),
    );
    expect(others.every((until) => until === null)).toBe(true);
  });
});

describe('the budgets of an account', () => {
  const xAccount: BeginningSend = { ...studio, channel: 'x' };
  const [quarter, ofDay] = capabilities.x.budgets;
  const spacing = (quarter?.per ?? 0) / (quarter?.most ?? 1);

  /** The first ask is answered when the store has said what was sent before. */
  async function openX(sent: readonly number[] = []): Promise<Lanes> {
    const lanes = openLanes(sent);
    expect(lanes.take(xAccount, 0)).toBeGreaterThan(0);
    await Promise.resolve();
    await Promise.resolve();
    return lanes;
  }

  /** One a second, as long as they are let. */
  function sendsIn(lanes: Lanes, from: number, to: number): readonly number[] {
    const sends: number[] = [];
    for (let now = from; now < to; now += 1_000) if (lanes.take(xAccount, now) === null) sends.push(now);
    return sends;
  }

  it('let so many go in any span of their length', async () => {
    const sends = sendsIn(await openX(), 0, 4 * (quarter?.per ?? 0));
    expect(sends).toHaveLength(4 * (quarter?.most ?? 0));
    sends.forEach((moment, index) => {
      const before = sends[index - (quarter?.most ?? 0)];
      if (before !== undefined) expect(moment - before).toBeGreaterThanOrEqual(quarter?.per ?? 0);
    });
  });

  it('tell each who must wait a moment of their own', async () => {
    const lanes = await openX();
    sendsIn(lanes, 0, 15_000);
    const per = quarter?.per ?? 0;
    expect([1, 2, 3].map(() => lanes.take(xAccount, 20_000))).toEqual([
      per,
      per + spacing,
      per + 2 * spacing,
    ]);
  });

  it('count what was sent before a restart', async () => {
    const sent = Array.from({ length: ofDay?.most ?? 0 }, (_, index) => -index * 50_000 - 1_000_000);
    const lanes = await openX(sent);
    const [first = 0] = sent.toSorted((a, b) => a - b);
    expect(lanes.take(xAccount, 1_000)).toBe(first + (ofDay?.per ?? 0));
  });

  it('hold everything back as long as the store cannot say what was sent before', async () => {
    const lanes = new Lanes({
      clock: { now: () => 0 },
      store: { sendsSince: () => Promise.reject(new Error('gone')) },
    });
    for (let now = 0; now < 1_000; now += 100) {
      expect(lanes.take(xAccount, now)).toBeGreaterThan(now);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});

describe('public replies', () => {
  const { most = 0, per = 0 } = capabilities.instagram.comments?.publicReplies ?? {};
  const reply: BeginningSend = { ...studio, basis: 'public_reply' };

  it('have a lane of their own, so many in any hour', () => {
    const lanes = openLanes();
    expect(takeAll(lanes, 0, reply)).toBe(most);
    expect(lanes.take(reply, per - 1)).toBeGreaterThanOrEqual(per);
    expect(takeAll(lanes, 2 * per, reply)).toBe(most);
  });

  it('take no place of a direct message', () => {
    const lanes = openLanes();
    takeAll(lanes, 0, reply);
    expect(takeAll(lanes, 0)).toBe(rate);
  });

  it('stop and pause with the account', () => {
    const lanes = openLanes();
    lanes.pause(studio, 5_000, 'Slower.');
    expect(lanes.take(reply, 0)).toBe(5_000);
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
