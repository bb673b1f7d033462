import { describe, expect } from 'vitest';
import type { OpenedMedia, WantedMedia } from '../../src/channels/channel.js';
import type { Attachment } from '../../src/core/platform-event.js';
import { largestAttachment, openAttachment, type AttachmentOpening } from '../../src/engine/media.js';
import { Follower } from './stage/follower.js';
import type { Stage } from './stage/stage.js';
import { it } from './stage/with-stage.js';

const picture: Attachment = {
  type: 'image',
  url: 'https://cdn.example/1',
  mediaId: 'm1',
  mimeType: 'image/png',
  name: 'cat.png',
};
const place: Attachment = { type: 'location', url: null };
const never = new AbortController().signal;

async function* pieces(count: number, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield new Uint8Array(size);
}

/** Somebody sends a picture and a place; the platform answers as told when one of them is fetched. */
async function sendPicture(stage: Stage, answer: OpenedMedia) {
  const ada = new Follower(stage);
  const message = { ...ada.message('look'), attachments: [picture, place] };
  await ada.does(message);
  const conversationId = await ada.conversationId();
  const [line] = await ada.story();
  const wanted: WantedMedia[] = [];
  const channels = new Map(stage.platform.connect({ isDead: false }));
  const instagram = channels.get('instagram');
  if (instagram === undefined) throw new Error('There is no such channel.');
  channels.set('instagram', {
    ...instagram,
    openMedia: (what) => {
      wanted.push(what);
      return Promise.resolve(answer);
    },
  });
  const parts = { store: stage.store, workspaces: stage.workspaces, channels };
  return {
    wanted,
    open: (index: number, change: { messageId?: string; conversationId?: string } = {}) =>
      openAttachment(parts, { conversationId, messageId: line?.id ?? '', index, ...change }, never),
  };
}

async function sizeOf(opening: AttachmentOpening): Promise<number> {
  let size = 0;
  if (opening.ok) for await (const piece of opening.content) size += piece.length;
  return size;
}

const small: OpenedMedia = { ok: true, mimeType: 'image/png', size: 20, content: pieces(2, 10) };

describe('what was sent along', () => {
  it('is fetched from its platform in the name of its account, as it is called in the story', async ({
    stage,
  }) => {
    const { open, wanted } = await sendPicture(stage, small);
    const opening = await open(0);
    expect(opening).toMatchObject({ ok: true, mimeType: 'image/png', name: 'cat.png' });
    expect(await sizeOf(opening)).toBe(20);
    expect(wanted).toEqual([
      {
        account: { accountId: '1001', token: 'value of IG_TOKEN' },
        url: 'https://cdn.example/1',
        mediaId: 'm1',
      },
    ]);
  });

  it('is not there under another place, message or conversation', async ({ stage }) => {
    const { open, wanted } = await sendPicture(stage, small);
    const missing = { ok: false, reason: 'not_found' };
    expect(await open(2)).toEqual(missing);
    expect(await open(0, { messageId: 'other' })).toEqual(missing);
    expect(await open(0, { conversationId: 'other' })).toEqual(missing);
    expect(wanted).toEqual([]);
  });

  it('has no content where it is a place', async ({ stage }) => {
    const { open } = await sendPicture(stage, small);
    expect(await open(1)).toEqual({ ok: false, reason: 'no_content' });
  });

  it('is refused where its platform says that it is too large', async ({ stage }) => {
    const { open } = await sendPicture(stage, { ...small, size: largestAttachment + 1 });
    expect(await open(0)).toEqual({ ok: false, reason: 'too_large' });
  });

  it('breaks off where it turns out to be too large', async ({ stage }) => {
    const endless = pieces(1_000, 1024 * 1024);
    const { open } = await sendPicture(stage, {
      ok: true,
      mimeType: 'video/mp4',
      size: null,
      content: endless,
    });
    await expect(sizeOf(await open(0))).rejects.toThrow('larger');
  });

  it('is not to be had where the platform does not give it out', async ({ stage }) => {
    const { open } = await sendPicture(stage, { ok: false, reason: 'expired' });
    expect(await open(0)).toEqual({ ok: false, reason: 'expired' });
  });
});
