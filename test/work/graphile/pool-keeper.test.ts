import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PoolKeeper } from '../../../src/work/graphile/pool-keeper.js';
import { watchProcess } from './process-events.js';

const warnings = watchProcess('warning');

describe('a keeper of pools', () => {
  it('replaces each that ends, and keeps nothing of it', async () => {
    const failures = 30;
    let [started, clock] = [0, 0];
    const failed = gone();
    const keeper = new PoolKeeper({
      startPool: async () => {
        started += 1;
        const isLast = started > failures;
        if (isLast) failed.now();
        return { id: `${started}`, closed: isLast ? never : Promise.resolve(), stop: async () => undefined };
      },
      // Each has worked for long when it ends, so that the next is started at once.
      now: () => (clock += 10_000),
      onError: () => undefined,
    });
    await keeper.start();
    await failed.seen;
    await keeper.stop();
    expect(started).toBe(failures + 1);
    // A warning is given in a turn of its own.
    await turn();
    expect(warnings).toEqual([]);
  });
});

const never = new Promise<void>(() => undefined);

function gone() {
  let now = (): void => undefined;
  const seen = new Promise<void>((resolve) => (now = resolve));
  return { seen, now: () => now() };
}
