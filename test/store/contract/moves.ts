import { beforeEach, describe, expect, it } from 'vitest';
import type { Decide, Store } from '../../../src/store/store.js';
import { consenting } from './consent.js';
import { under } from './names.js';
import { applyOne, at, claimMessage, noon, nothing, parrot, tells, writes, type OpenStore } from './world.js';

/** Another number or id of the same contact. */
export function describeMoves(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const say = async (text: string, names: readonly string[], decide: Decide = parrot) =>
    (await applyOne(store, under(writes(text), ...names), decide)).conversationId;
  const contactOf = async (name: string) => (await store.readContact(`studio_ig/${name}`))!;

  describe('a contact who has moved', () => {
    const move = (key: string, to: string, from: string) => {
      const moved = tells({ kind: 'identityChanged', what: 'number', ...at(noon) });
      return applyOne(store, under({ ...moved, key }, to, from), nothing);
    };

    it('is written to by the new name, whatever was waiting to be sent and whatever follows', async () => {
      const id = await say('hello', ['old']);
      await move('there', 'new', 'old');
      await say('again', ['new']);

      for (const text of ['hello', 'again']) {
        const message = await claimMessage(store, id);
        expect(message).toMatchObject({ contactPlatformId: 'new', body: { text } });
        await store.record(message, { kind: 'sent', platformMessageId: text }, noon, nothing);
      }
    });

    it('keeps a STOP that was said under the old name', async () => {
      await say('stop', ['old'], consenting);
      await move('there', 'new', 'old');

      expect((await contactOf('new')).conversation.consent.stopped).not.toBeNull();
    });

    it('and moves back is written to by the old name again, but not because the first move is told again', async () => {
      const id = await say('hello', ['old']);
      await move('there', 'new', 'old');
      await move('back', 'old', 'new');
      expect((await contactOf('old')).platformIds).toEqual(['old', 'new']);

      await move('there', 'new', 'old');
      expect((await claimMessage(store, id)).contactPlatformId).toBe('old');
    });

    it('is not written to by the old name because something of before tells one more', async () => {
      const id = await say('hello', ['old']);
      const message = await claimMessage(store, id);
      await move('there', 'new', 'old');
      const contactIds = ['old', 'third'];
      await store.record(message, { kind: 'sent', platformMessageId: 'm', contactIds }, noon, nothing);

      expect(await say('again', ['third'])).toBe(id);
      expect((await claimMessage(store, id)).contactPlatformId).toBe('new');
    });
  });
}
