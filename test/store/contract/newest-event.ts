import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { applyOne, at, noon, tells, writes, type OpenStore } from './world.js';

/** How far time has come, for whoever opens the store next. */
export function describeNewestEvent(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  describe('how far time has come', () => {
    it('is known from the newest event, whosever it is', async () => {
      expect(await store.lastReceivedAt()).toBeNull();
      await applyOne(store, writes('a'));
      await applyOne(
        store,
        tells({ kind: 'messagesRead', platformMessageIds: [], upTo: noon, ...at(noon + 5_000) }),
      );

      expect(await store.lastReceivedAt()).toBe(noon + 5_000);
    });
  });
}
