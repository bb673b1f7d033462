import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedMedia } from '../../src/channels/channel.js';
import { openAddress } from '../../src/channels/open-media.js';

let server: Server;
let base: string;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const patience = new AbortController().signal;
const rules = { allows: (url: URL) => url.hostname === '127.0.0.1', sizeLimit: 1_000, timeout: 500 };
const open = (address: string | null = `${base}/picture?sig=1`, signal = patience) =>
  openAddress(address, rules, signal);

async function bytesOf(media: OpenedMedia): Promise<string> {
  if (!media.ok) throw new Error(media.reason);
  const chunks: Uint8Array[] = [];
  for await (const chunk of media.content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('what was sent along', () => {
  it('is opened with its type and size, and read as it comes', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-type': 'Image/PNG; x=1', 'content-length': '5' }).end('bytes');
    const media = await open();
    expect(media).toMatchObject({ ok: true, mimeType: 'image/png', size: 5 });
    expect(await bytesOf(media)).toBe('bytes');
  });

  it('is asked for without a word of who asks', async () => {
    answer = (_request, response) => response.end();
    await bytesOf(await open());
    expect(asked[0]!.url).toBe('/picture?sig=1');
    expect(Object.keys(asked[0]!.headers).sort()).toEqual([
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it.each([
    ['no type', undefined],
    ['no readable type', 'picture'],
  ])('of %s is bytes', async (_case, type) => {
    answer = (_request, response) => {
      if (type !== undefined) response.setHeader('content-type', type);
      response.write('x');
      response.end();
    };
    const media = await open();
    expect(media).toMatchObject({ mimeType: 'application/octet-stream', size: null });
    expect(await bytesOf(media)).toBe('x');
  });

  it.each([
    [403, 'expired'],
    [404, 'expired'],
    [410, 'expired'],
    [401, 'unavailable'],
    [500, 'unavailable'],
    [206, 'unavailable'],
    [304, 'unavailable'],
  ])('answered with %s is %s', async (status, reason) => {
    answer = (_request, response) => response.writeHead(status).end();
    expect(await open()).toEqual({ ok: false, reason });
  });

  it('is not fetched from elsewhere, nor from what is no address', async () => {
    answer = (_request, response) => response.end();
    expect(await open('http://localhost:1/x')).toEqual({ ok: false, reason: 'foreign_host' });
    expect(await open('picture.png')).toEqual({ ok: false, reason: 'unavailable' });
    expect(await open(null)).toEqual({ ok: false, reason: 'unavailable' });
    expect(asked).toEqual([]);
  });

  it('may be elsewhere within the same hosts, a few times', async () => {
    answer = ({ url }, response) =>
      url === '/end' ? response.end('found') : response.writeHead(302, { location: '/end' }).end();
    expect(await bytesOf(await open())).toBe('found');
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end();
    asked = [];
    expect(await open()).toEqual({ ok: false, reason: 'unavailable' });
    expect(asked).toHaveLength(4);
  });

  it.each(['http://localhost:1/x', 'file:///etc/passwd', '//localhost/x'])(
    'that leads to %s is not followed',
    async (location) => {
      answer = (_request, response) => response.writeHead(302, { location }).end();
      expect(await open()).toEqual({ ok: false, reason: 'foreign_host' });
      expect(asked).toHaveLength(1);
    },
  );

  it('is not opened where it says that it is too large', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-length': '1001' }).end('x'.repeat(1_001));
    expect(await open()).toEqual({ ok: false, reason: 'too_large' });
  });

  it('is left where it becomes too large', async () => {
    answer = (_request, response) => {
      response.write('x'.repeat(900));
      response.end('x'.repeat(900));
    };
    await expect(bytesOf(await open())).rejects.toMatchObject({ code: 'media_too_large' });
  });

  it('is unavailable where nobody answers, in time or at all', async () => {
    answer = () => undefined;
    expect(await openAddress(`${base}/x`, { ...rules, timeout: 50 }, patience)).toEqual({
      ok: false,
      reason: 'unavailable',
    });
    server.closeAllConnections();
    expect(await open('http://127.0.0.1:1/x')).toEqual({ ok: false, reason: 'unavailable' });
    expect(await open(`${base}/x`, AbortSignal.abort())).toEqual({ ok: false, reason: 'unavailable' });
  });
});
