import { describe, expect } from 'vitest';
import type { ParsedUpdate } from '../../src/channels/channel.js';
import { StoreUnavailable } from '../../src/store/store.js';
import { Follower } from './stage/follower.js';
import { it } from './stage/with-stage.js';

/** A press of a button, which its platform wants to know to have arrived. */
function press(follower: Follower, id: string): ParsedUpdate {
  const update = follower.update(follower.message('link'));
  return { ...update, key: `press:${id}`, acknowledge: { kind: 'callback_query', id } };
}

describe('an update that its platform wants to know to have arrived', () => {
  it('is acknowledged in the name of its account, once it is on disk', async ({ stage }) => {
    const ada = new Follower(stage);
    const received = stage.engine.receive([press(ada, 'q1')]);
    expect(stage.platform.acknowledged).toEqual([]);
    await received;
    await stage.time.settle();
    expect(stage.platform.acknowledged).toEqual(['1001/q1']);
  });

  it('is acknowledged each time it arrives, though it counts once', async ({ stage }) => {
    const ada = new Follower(stage);
    const update = press(ada, 'q1');
    await stage.engine.receive([update]);
    await stage.engine.receive([update]);
    await stage.time.settle();
    expect(stage.platform.acknowledged).toEqual(['1001/q1', '1001/q1']);
    expect(ada.heard).toEqual(['Here it is.']);
  });

  it('is not acknowledged where it could not be kept: it is to come again', async ({ stage }) => {
    const { store } = stage;
    const apply = store.apply.bind(store);
    store.apply = () => Promise.reject(new StoreUnavailable('gone'));
    const update = press(new Follower(stage), 'q1');
    await expect(stage.engine.receive([update])).rejects.toBeInstanceOf(StoreUnavailable);
    store.apply = apply;
    await stage.time.settle();
    expect(stage.platform.acknowledged).toEqual([]);
  });

  it('costs no more than a line for those who look for faults where that fails', async ({ stage }) => {
    stage.platform.acknowledging = { after: 0, fails: true };
    const ada = new Follower(stage);
    await stage.engine.receive([press(ada, 'q1')]);
    await stage.time.settle();
    expect(ada.heard).toEqual(['Here it is.']);
    expect(stage.logged.filter(({ message }) => message.includes('acknowledged'))).toEqual([
      expect.objectContaining({ level: 'debug' }),
    ]);
  });

  it('waits behind others where there are very many, and holds up nobody', async ({ stage }) => {
    stage.platform.acknowledging = { after: 1_000, fails: false };
    const presses = Array.from({ length: 40 }, (_, place) => press(new Follower(stage), `q${place}`));
    const report = await stage.engine.receive(presses);
    expect(report.handled).toBe(40);
    await stage.time.pass(5_000);
    expect(stage.platform.acknowledged).toHaveLength(40);
    expect(stage.platform.acknowledgedAtOnce).toBe(16);
  });
});
