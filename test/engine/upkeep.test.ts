import { describe, expect } from 'vitest';
import { maintainStore, pruneStore } from '../../src/engine/upkeep.js';
import { Follower } from './stage/follower.js';
import type { Stage } from './stage/stage.js';
import { it } from './stage/with-stage.js';

const day = 86_400_000;

async function prune(stage: Stage): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  const log = {
    debug: () => undefined,
    info: (facts: unknown) => void told.push(facts),
    warn: () => undefined,
    error: () => undefined,
  };
  await pruneStore({ store: stage.store, clock: stage.time, log });
  return told;
}

describe('pruning', () => {
  it('keeps what a platform may still repeat', async ({ stage }) => {
    const ada = new Follower(stage);
    const update = ada.update(ada.message('link'));
    await stage.engine.receive([update]);
    await stage.time.pass(8 * day);
    expect(await prune(stage)).toEqual([{ events: 0, uploads: 0 }]);
    expect(await stage.engine.receive([update])).toMatchObject({ duplicates: 1 });
  });

  it('forgets events after a month, but never one that changed consent', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('link');
    const stop = ada.update(ada.message('STOP'));
    await stage.engine.receive([stop]);
    await stage.time.pass(31 * day);
    expect(await prune(stage)).toEqual([{ events: 1, uploads: 0 }]);
    expect(await stage.engine.receive([stop])).toMatchObject({ duplicates: 1 });
  });
});

describe('maintenance', () => {
  it('leaves everything as it was', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    const before = await ada.story();
    const log = {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    };
    await maintainStore({ store: stage.store, clock: stage.time, log });
    expect(await ada.story()).toEqual(before);
  });
});
