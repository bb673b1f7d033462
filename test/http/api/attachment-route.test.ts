import { describe, expect, it } from 'vitest';
import type { AttachmentOpening } from '../../../src/engine/media.js';
import { createApiClient } from '../support/api-client.js';

const address = '/conversations/c1/messages/m1/attachments/2';

async function* bytesOf(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

function file(change: Partial<Extract<AttachmentOpening, { ok: true }>> = {}): AttachmentOpening {
  return {
    ok: true,
    mimeType: 'image/png',
    name: 'cat.png',
    size: 6,
    content: bytesOf('abc', 'def'),
    ...change,
  };
}

describe('GET /conversations/:id/messages/:message_id/attachments/:index', () => {
  it('passes on what was sent along, to be kept and not shown', async () => {
    const { get, engine } = createApiClient();
    engine.attachment = () => file();
    const { body, headers } = await get(address).buffer(true).expect(200);
    expect(Buffer.from(body).toString()).toBe('abcdef');
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename=cat.png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(engine.wantedAttachments).toEqual([{ conversationId: 'c1', messageId: 'm1', index: 2 }]);
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', '', 'image/png\nx'])(
    'takes what could act in our name for bytes: %j',
    async (mimeType) => {
      const { get, engine } = createApiClient();
      engine.attachment = () => file({ mimeType });
      const { headers } = await get(address).buffer(true).expect(200);
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-disposition']).toMatch(/^attachment/);
    },
  );

  it('is shown where that is asked for, and its type can do no harm', async () => {
    const { get, engine } = createApiClient();
    const disposition = async (mimeType: string): Promise<string | undefined> => {
      engine.attachment = () => file({ mimeType, name: 'x' });
      const { headers } = await get(`${address}?inline=1`).buffer(true).expect(200);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      return headers['content-disposition'];
    };

    for (const type of ['image/png', 'audio/ogg; codecs=opus', 'video/mp4', 'application/pdf'])
      expect(await disposition(type)).toBe('inline; filename=x');
    for (const type of ['text/html', 'image/svg+xml', 'application/octet-stream', ''])
      expect(await disposition(type)).toMatch(/^attachment/);
    await get(`${address}?inline=yes`).expect(400);
  });

  it('says what kind of sound it is without what else the platform says of it', async () => {
    const { get, engine } = createApiClient();
    engine.attachment = () => file({ mimeType: 'Audio/OGG; codecs=opus' });
    expect((await get(address).buffer(true)).headers['content-type']).toBe('audio/ogg');
  });

  it('gives it a name where it has none, and takes folders and lines out of one', async () => {
    const { get, engine } = createApiClient();
    engine.attachment = () => file({ name: null });
    expect((await get(address).buffer(true)).headers['content-disposition']).toContain('attachment-3');
    engine.attachment = () => file({ name: '../a\\b\r\nSet-Cookie: x', content: bytesOf('x') });
    const { headers } = await get(address).buffer(true);
    expect(headers['content-disposition']).toContain('.._a_b__Set-Cookie: x');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['not_found', 404, 'not_found'],
    ['no_content', 404, 'no_content'],
    ['expired', 410, 'expired'],
    ['too_large', 502, 'too_large'],
    ['foreign_host', 502, 'foreign_host'],
    ['unavailable', 502, 'unavailable'],
  ] as const)('says why there is nothing: %s', async (reason, status, code) => {
    const { get, engine } = createApiClient();
    engine.attachment = () => ({ ok: false, reason });
    const { body } = await get(address).expect(status);
    expect(body).toMatchObject({ error: { code, message: expect.stringMatching(/\S/) } });
  });

  it('breaks off where the platform does', async () => {
    const { get, engine } = createApiClient();
    engine.attachment = () => file({ content: breaksOff() });
    await expect(get(address).buffer(true)).rejects.toThrow();
  });

  it.each(['x', '-1', '100', '1.5'])('asks for a place in the list: %s', async (index) => {
    const { get, engine } = createApiClient();
    await get(`/conversations/c1/messages/m1/attachments/${index}`).expect(400);
    expect(engine.wantedAttachments).toEqual([]);
  });
});

async function* breaksOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('abc');
  throw new Error('The platform hung up.');
}
