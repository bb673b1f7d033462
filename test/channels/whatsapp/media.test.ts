import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, OpenedMedia } from '../../../src/channels/channel.js';
import { createGraphClient } from '../../../src/channels/meta/graph.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { createWhatsAppChannel } from '../../../src/channels/whatsapp/channel.js';
import { type FakeWhatsApp, startFakeWhatsApp } from '../../platforms/fake-whatsapp.js';

let whatsapp: FakeWhatsApp;
let transport: Transport;

beforeEach(async () => {
  whatsapp = await startFakeWhatsApp();
  whatsapp.requireToken('system-user-token');
  whatsapp.putFile('6543', { mimeType: 'image/jpeg', content: 'a picture' });
  transport = createTransport(Date.now, { answerTimeout: 300 });
});
afterEach(async () => {
  await whatsapp.close();
  await transport.close();
});

const account = { accountId: '770022', token: 'system-user-token' };

function open(
  wanted: { readonly mediaId?: string; readonly url?: string },
  mediaUrl?: string,
): Promise<OpenedMedia> {
  const channel: Channel = createWhatsAppChannel({
    graph: createGraphClient(transport),
    transport,
    baseUrl: whatsapp.url,
    ...(mediaUrl === undefined ? {} : { mediaUrl }),
  });
  const { mediaId = null, url = null } = wanted;
  return channel.openMedia!({ account, mediaId, url }, new AbortController().signal);
}

async function bytesOf(media: OpenedMedia): Promise<string> {
  if (!media.ok) throw new Error(media.reason);
  const chunks: Uint8Array[] = [];
  for await (const chunk of media.content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('what was sent along on WhatsApp', () => {
  it('is asked for by its id, then fetched, both with the number’s token', async () => {
    const media = await open({ mediaId: '6543' }, whatsapp.url);
    expect(media).toMatchObject({ ok: true, mimeType: 'image/jpeg' });
    expect(await bytesOf(media)).toBe('a picture');
    expect(whatsapp.requests.map(({ path, token }) => [path, token])).toEqual([
      ['/v26.0/6543?phone_number_id=770022', 'system-user-token'],
      ['/v0/6543/file?signed=1', 'system-user-token'],
    ]);
  });

  it('is fetched by its address where there is no id', async () => {
    const media = await open({ url: `${whatsapp.url}/v0/6543/file?signed=1` }, whatsapp.url);
    expect(await bytesOf(media)).toBe('a picture');
  });

  it('is never fetched from anywhere but WhatsApp’s own store: no one else is shown the token', async () => {
    expect(await open({ mediaId: '6543' })).toEqual({ ok: false, reason: 'foreign_host' });
    for (const url of [
      `${whatsapp.url}/v0/6543/file`,
      'https://lookaside.fbsbx.com.evil.example/x',
      'https://lookaside.fbsbx.com:8443/x',
      'https://x@lookaside.fbsbx.com/x',
      'http://lookaside.fbsbx.com/x',
    ]) {
      expect(await open({ url })).toEqual({ ok: false, reason: 'foreign_host' });
    }
    expect(whatsapp.requests.map(({ path }) => path)).toEqual(['/v26.0/6543?phone_number_id=770022']);
  });

  it('is not fetched where there is no address at all', async () => {
    expect(await open({})).toEqual({ ok: false, reason: 'unavailable' });
    expect(await open({ url: 'picture' })).toEqual({ ok: false, reason: 'unavailable' });
  });

  it('has expired where the platform knows it no longer', async () => {
    expect(await open({ mediaId: '999' }, whatsapp.url)).toEqual({ ok: false, reason: 'expired' });
    whatsapp.failWhile(() => true, { kind: 'error', code: 100, subcode: 33 });
    expect(await open({ mediaId: '6543' }, whatsapp.url)).toEqual({ ok: false, reason: 'expired' });
  });

  it('has expired where its store knows it no longer', async () => {
    const fault = { kind: 'answer', status: 404, body: '', delivered: false } as const;
    whatsapp.failWhile(({ edge }) => edge === 'file', fault);
    expect(await open({ mediaId: '6543' }, whatsapp.url)).toEqual({ ok: false, reason: 'expired' });
  });

  it('is too large to be fetched beyond a document’s most', async () => {
    const file = { id: '6543', url: `${whatsapp.url}/v0/6543/file`, file_size: '104857601' };
    const body = JSON.stringify(file);
    whatsapp.failWhile(() => true, { kind: 'answer', status: 200, body, delivered: false });
    expect(await open({ mediaId: '6543' }, whatsapp.url)).toEqual({ ok: false, reason: 'too_large' });
  });

  it.each([
    ['a fault', { kind: 'error', status: 500, code: 131000 }],
    ['silence', { kind: 'silence', delivered: false }],
    ['no address', { kind: 'answer', status: 200, body: '{"id":"6543"}', delivered: false }],
  ] as const)('is unavailable for now: %s', async (_what, fault) => {
    whatsapp.failWhile(() => true, fault);
    expect(await open({ mediaId: '6543' }, whatsapp.url)).toEqual({ ok: false, reason: 'unavailable' });
  });
});
