import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../../src/core/platform-event.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { applyOne, decision, doing, noon, parrot, writes, type OpenStore } from './world.js';

const picture: Attachment = { type: 'image', url: 'https://cdn.example.com/p?sig=1', mimeType: 'image/jpeg' };
const place: Attachment = {
  type: 'location',
  url: null,
  name: 'Café Süd',
  details: { latitude: '54.3', longitude: '10.1' },
};

/** Records what came, with what was sent along, and answers. */
function receiving(attachments: readonly Attachment[], isSensitive = false): Decide {
  return (conversation, event) => {
    const { effects } = parrot(conversation, event);
    const [first, ...others] = effects;
    if (first?.kind !== 'recordMessage') throw new Error('Nothing was written.');
    const message = { ...first.message, attachments, ...(isSensitive ? { isSensitive } : {}) };
    return decision(conversation, [{ kind: 'recordMessage', message }, ...others]);
  };
}

/** What is sent along with a message. */
export function describeAttachments(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const attachmentsIn = async (conversationId: string) =>
    (await store.readStory(conversationId)).map(({ attachments }) => attachments);
  const contactId = async () => (await store.readContact('studio_ig/ada'))!.id;

  describe('what was sent along with a message', () => {
    it('stands in the story and in the export, and is no part of what was said', async () => {
      const { conversationId } = await applyOne(store, writes('look'), receiving([picture, place]));
      const [line] = await store.readStory(conversationId);

      expect(await attachmentsIn(conversationId)).toEqual([[picture, place], []]);
      expect(line?.body).toEqual({ text: 'look' });
      expect((await store.exportContact(await contactId()))?.story[0]?.attachments).toEqual([picture, place]);
    });

    it('is shown to nobody where it was sent in confidence, but to the contact', async () => {
      const { conversationId } = await applyOne(store, writes('scan'), receiving([picture], true));

      expect(await attachmentsIn(conversationId)).toEqual([[], []]);
      expect((await store.exportContact(await contactId()))?.story[0]).toMatchObject({
        body: { text: 'scan' },
        attachments: [picture],
      });
    });

    it('is forgotten with the message', async () => {
      const { conversationId } = await applyOne(store, writes('oops', { key: 'k' }), receiving([picture]));
      const forgetting = doing({ kind: 'forgetMessage', platformMessageId: 'mid.k' });
      await applyOne(store, writes('taken back'), forgetting);

      expect(await attachmentsIn(conversationId)).toEqual([[], []]);
      expect(JSON.stringify(await store.exportContact(await contactId()))).not.toContain('cdn.example.com');
    });

    it('is erased with the contact', async () => {
      const { conversationId } = await applyOne(store, writes('look'), receiving([picture]));
      await store.erase(await contactId(), noon);

      expect(await store.readStory(conversationId)).toEqual([]);
    });
  });
}
