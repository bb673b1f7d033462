import { describe, expect, it, vi } from 'vitest';
import { createPacer } from '../../src/channels/pacer.js';

const patience = new AbortController().signal;

describe('a pacer', () => {
  const paced = () => {
    const slept: number[] = [];
    const clock = { now: 1_000 };
    const pacer = createPacer({
      every: 500,
      now: () => clock.now,
      sleep: async (ms) => {
        slept.push(ms);
      },
    });
    return { pacer, slept, clock };
  };

  it('lets the first go at once, and who comes together one after the other', async () => {
    const { pacer, slept } = paced();
    await Promise.all([1, 2, 3].map(() => pacer.turn('a', patience)));
    expect(slept).toEqual([500, 1_000]);
  });

  it('counts each account by itself', async () => {
    const { pacer, slept } = paced();
    await pacer.turn('a', patience);
    await pacer.turn('b', patience);
    expect(slept).toEqual([]);
  });

  it('lets who comes later go at once', async () => {
    const { pacer, slept, clock } = paced();
    await pacer.turn('a', patience);
    clock.now += 500;
    await pacer.turn('a', patience);
    expect(slept).toEqual([]);
  });

  it('waits for real, and not for who gives up', async () => {
    const pacer = createPacer({ every: 60_000 });
    await pacer.turn('a', patience);
    await expect(pacer.turn('a', AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('waits no longer because somebody has set the wall clock back', async () => {
    const slept: number[] = [];
    const sleep = (ms: number) => Promise.resolve(void slept.push(ms));
    const pacer = createPacer({ every: 500, sleep });
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await pacer.turn('a', patience);
      vi.setSystemTime(Date.now() - 7_200_000);
      await pacer.turn('a', patience);
    } finally {
      vi.useRealTimers();
    }
    expect(Math.max(...slept)).toBeLessThanOrEqual(500);
  });
});
