import { describe, expect, it } from 'vitest';
import { applyOne, parrot, writes, type OpenStore } from './world.js';

/** The end of a store. */
export function describeClosing(open: OpenStore): void {
  describe('a closed store', () => {
    it('has done what it was asked for before, and refuses everything after', async () => {
      const store = await open();
      const applied = store.apply([writes('before')], parrot);
      const closed = store.close();

      await expect(applied).resolves.toMatchObject([{ result: 'handled' }]);
      await expect(applyOne(store, writes('after'))).rejects.toMatchObject({ code: 'store_unavailable' });
      await closed;
    });

    it('may be closed once more', async () => {
      const store = await open();
      await store.close();

      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}
