import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { applyOne, noon, openGate, sendAll, writes, type OpenStore } from './world.js';

/** When accounts sent: what their budgets are counted by. */
export function describeSends(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const studio = { workspace: 'nord', account: 'studio_ig' };

  async function sendTo(contact: string, at: number, account = 'studio_ig'): Promise<void> {
    const { conversationId } = await applyOne(store, writes('hi', { contact, account, at }));
    await sendAll(store, conversationId, at);
  }

  describe('the sends of an account', () => {
    it('are known by their moments, whoever they went to, the earliest first', async () => {
      await sendTo('ben', noon + 5);
      await sendTo('ada', noon);
      await sendTo('cleo', noon + 9);

      expect(await store.sendsSince(studio, noon)).toEqual([noon + 5, noon + 9]);
      expect(await store.sendsSince(studio, noon + 9)).toEqual([]);
    });

    it('are nobody else’s', async () => {
      await sendTo('ada', noon + 1, 'studio_page');

      expect(await store.sendsSince(studio, noon)).toEqual([]);
      expect(await store.sendsSince({ workspace: 'other', account: 'studio_page' }, noon)).toEqual([]);
    });

    it('count from when they began, though nothing was heard of them yet', async () => {
      const { conversationId } = await applyOne(store, writes('hi'));
      await store.claim(conversationId, noon + 3, openGate);

      expect(await store.sendsSince(studio, noon)).toEqual([noon + 3]);
    });

    it('are not messages that only wait', async () => {
      await applyOne(store, writes('hi'));

      expect(await store.sendsSince(studio, 0)).toEqual([]);
    });
  });
}
