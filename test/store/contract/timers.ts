import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  doing,
  happens,
  minute,
  noon,
  say,
  writes,
  decision,
  type OpenStore,
} from './world.js';

/** Durable timers: each fires once, or not at all. */
export function describeTimers(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const schedule = async (...ids: readonly string[]) => {
    const effects = ids.map((id, place) => {
      return { kind: 'scheduleTimer', timer: { id, dueAt: noon + (place + 1) * minute } } as const;
    });
    return (await applyOne(store, writes('hi'), doing(...effects))).conversationId;
  };
  const fire = (conversationId: string, timerId: string, key = timerId) =>
    applyOne(
      store,
      happens(conversationId, { kind: 'timerFired', timerId, ...at(noon) }, key),
      (conversation, event) => decision(conversation, [say(event, 'time is up')]),
    );
  const due = async (now: number) => (await store.dueTimers(now, 10)).map(({ id }) => id);

  describe('timers', () => {
    it('are due from their moment on, the earliest first', async () => {
      const conversationId = await schedule('a', 'b', 'c');

      expect(await due(noon)).toEqual([]);
      expect(await store.dueTimers(noon + 2 * minute, 10)).toEqual([
        { id: 'a', conversationId, dueAt: noon + minute },
        { id: 'b', conversationId, dueAt: noon + 2 * minute },
      ]);
      expect(await store.dueTimers(noon + 3 * minute, 1)).toHaveLength(1);
      expect(await store.nextTimerAt()).toBe(noon + minute);
      expect(await store.figures(noon + minute)).toMatchObject({ dueTimers: 1 });
    });

    it('fire once, however often they are said to have fired', async () => {
      const id = await schedule('a');
      const results = await Promise.all([fire(id, 'a'), fire(id, 'a'), fire(id, 'a', 'by another key')]);

      expect(results.map(({ result }) => result)).toEqual(['handled', 'duplicate', 'duplicate']);
      expect(await store.readStory(id)).toHaveLength(1);
      expect(await store.nextTimerAt()).toBeNull();
    });

    it('do not fire once they are cancelled', async () => {
      const id = await schedule('a', 'b', 'c');
      await applyOne(store, writes('x'), doing({ kind: 'cancelTimer', timerId: 'b' }));

      expect(await due(noon + minute * 9)).toEqual(['a', 'c']);
      expect(await fire(id, 'b')).toMatchObject({ result: 'duplicate', effects: [] });
    });

    it('go all at once with the run', async () => {
      await schedule('a', 'b');
      await applyOne(
        store,
        writes('x', { contact: 'grace' }),
        doing({ kind: 'scheduleTimer', timer: { id: 'a', dueAt: noon } }),
      );
      await applyOne(store, writes('x'), doing({ kind: 'cancelTimers' }));

      expect(await store.dueTimers(noon + minute * 9, 10)).toHaveLength(1);
    });

    it('move when they are set again', async () => {
      await schedule('a');
      await applyOne(
        store,
        writes('x'),
        doing({ kind: 'scheduleTimer', timer: { id: 'a', dueAt: noon + 9 * minute } }),
      );

      expect(await store.nextTimerAt()).toBe(noon + 9 * minute);
      expect(await due(noon + 8 * minute)).toEqual([]);
    });

    it('are not left due for ever when the firing is known already', async () => {
      const id = await schedule('a');
      await fire(id, 'a');
      await applyOne(store, writes('x'), doing({ kind: 'scheduleTimer', timer: { id: 'a', dueAt: noon } }));

      expect(await fire(id, 'a')).toMatchObject({ result: 'duplicate' });
      expect(await due(noon)).toEqual([]);
    });

    it('belong to their conversation', async () => {
      await schedule('a');
      const other = await applyOne(store, writes('x', { contact: 'grace' }));

      expect(await fire(other.conversationId, 'a')).toMatchObject({ result: 'duplicate' });
      expect(await due(noon + minute)).toEqual(['a']);
    });
  });
}
