import { describe, expect, it } from 'vitest';
import { createRefresher } from '../../src/console/simulator/api/refresher.js';

/** Lets every load wait until it is let go, and notes which began. */
function heldLoads() {
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  const load = (key: string): Promise<void> => {
    begun.push(key);
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  };
  const letGo = async (): Promise<void> => {
    waiting.splice(0).forEach((resolve) => {
      resolve();
    });
    await new Promise(setImmediate);
  };
  return { begun, load, letGo };
}

describe('a refresher', () => {
  it('loads once more, and only once, what is asked for while it loads', async () => {
    const { begun, load, letGo } = heldLoads();
    const { refresh } = createRefresher(load);
    refresh('Ana');
    refresh('Ana');
    refresh('Ana');
    expect(begun).toEqual(['Ana']);
    await letGo();
    expect(begun).toEqual(['Ana', 'Ana']);
    await letGo();
    expect(begun).toEqual(['Ana', 'Ana']);
  });

  it('loads others meanwhile', () => {
    const { begun, load } = heldLoads();
    const { refresh } = createRefresher(load);
    refresh('Ana');
    refresh('Bela');
    expect(begun).toEqual(['Ana', 'Bela']);
  });

  it('loads again all that was ever asked for', async () => {
    const { begun, load, letGo } = heldLoads();
    const { refresh, refreshAll } = createRefresher(load);
    refresh('Ana');
    refresh('Bela');
    await letGo();
    refreshAll();
    expect(begun.slice(2)).toEqual(['Ana', 'Bela']);
  });
});
