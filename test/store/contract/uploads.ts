import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import type { NewUpload } from '../../../src/store/uploads.js';
import { applyOne, day, decision, noon, writes, type OpenStore } from './world.js';

/** Files that agents send along. */
export function describeUploads(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const talksWith = async (contact: string): Promise<string> => {
    const { conversationId } = await applyOne(store, writes('hello', { contact }), (conversation) =>
      decision(conversation),
    );
    return conversationId;
  };
  const upload = (id: string, conversationId: string, change: Partial<NewUpload> = {}): NewUpload => ({
    id,
    conversationId,
    token: `token-of-${id}`,
    userId: 'user-1',
    kind: 'image',
    mimeType: 'image/png',
    name: `${id}.png`,
    bytes: 4,
    content: Buffer.from([0x89, 0x00, 0xff, 0x0a]),
    createdAt: noon,
    ...change,
  });

  it('are given out byte for byte by their token, and by nothing else', async () => {
    const conversationId = await talksWith('ada');
    expect(await store.saveUpload(upload('a', conversationId))).toBe(true);

    const { content } = upload('a', conversationId);
    expect(await store.readUpload('token-of-a')).toEqual({ mimeType: 'image/png', name: 'a.png', content });
    expect(await store.readUpload('a')).toBeNull();
  });

  it('belong to one conversation, and are found there in the order asked for', async () => {
    const [hers, his] = [await talksWith('ada'), await talksWith('ben')];
    for (const id of ['a', 'b']) await store.saveUpload(upload(id, hers));
    await store.saveUpload(upload('c', his));

    const found = await store.findUploads(hers, ['b', 'c', 'a']);
    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(found[0]).toEqual({
      ...{ id: 'b', token: 'token-of-b', kind: 'image', mimeType: 'image/png', name: 'b.png', bytes: 4 },
    });
  });

  it('are not kept for a conversation that is not there', async () => {
    expect(await store.saveUpload(upload('a', 'nowhere'))).toBe(false);
    expect(await store.readUpload('token-of-a')).toBeNull();
  });

  it('go after a while, unless they were sent', async () => {
    const conversationId = await talksWith('ada');
    for (const id of ['sent', 'unsent', 'new']) {
      await store.saveUpload(upload(id, conversationId, { createdAt: id === 'new' ? noon + day : noon }));
    }
    await store.keepUploads(['sent'], noon + 1);

    expect(await store.pruneUploads(noon + 1)).toBe(1);
    const left = await store.findUploads(conversationId, ['sent', 'unsent', 'new']);
    expect(left.map(({ id }) => id)).toEqual(['sent', 'new']);
  });

  it('go with the contact', async () => {
    const conversationId = await talksWith('ada');
    await store.saveUpload(upload('a', conversationId));
    await store.keepUploads(['a'], noon);
    await store.erase((await store.readConversation(conversationId))!.contact.id, noon);

    expect(await store.readUpload('token-of-a')).toBeNull();
  });
}
