import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTransport, type Transport } from '../../src/channels/transport.js';

let transport: Transport;
let server: Server;

beforeAll(() => {
  transport = createTransport(Date.now);
});
afterAll(() => transport.close());
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function download(listener: RequestListener, limit = 100, signal = new AbortController().signal) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
  return transport.download({ baseUrl, path: '/secret-address', limit, signal });
}

async function readAll(content: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of content) size += chunk.length;
  return size;
}

describe('something that was sent along', () => {
  it('is read as it comes', async () => {
    const opened = await download((request, response) => {
      response.setHeader('content-type', 'image/png');
      response.end(request.url);
    });
    expect(opened).toMatchObject({ ok: true, mimeType: 'image/png' });
    expect(await readAll((opened as { content: AsyncIterable<Uint8Array> }).content)).toBe(
      '/base/secret-address'.length,
    );
  });

  it.each([
    [404, 'expired'],
    [410, 'expired'],
    [403, 'unavailable'],
    [302, 'unavailable'],
    [500, 'unavailable'],
  ])('is not there by an answer of %i', async (status, reason) => {
    const opened = await download((_request, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end('no');
    });
    expect(opened).toEqual({ ok: false, reason });
  });

  it('is too large where its length says so', async () => {
    const opened = await download((_request, response) => response.end('x'.repeat(101)));
    expect(opened).toEqual({ ok: false, reason: 'too_large' });
  });

  it('ends with an error where it goes on for longer than allowed', async () => {
    const opened = await download((_request, response) => {
      response.write('x'.repeat(60));
      response.end('x'.repeat(60));
    });
    const { content, size } = opened as { content: AsyncIterable<Uint8Array>; size: number | null };
    expect(size).toBeNull();
    await expect(readAll(content)).rejects.toThrow('longer than was allowed');
  });

  it('ends with an error, which names no address, where it breaks off', async () => {
    const opened = await download((_request, response) => {
      response.writeHead(200, { 'content-length': '50' });
      response.write('x', () => response.destroy());
    });
    const { content } = opened as { content: AsyncIterable<Uint8Array> };
    await expect(readAll(content)).rejects.toThrow(/^The file could not be read to its end: it broke off\.$/);
  });

  it('is unavailable where nobody waits for it any more', async () => {
    const opened = await download((_request, response) => response.end('x'), 100, AbortSignal.abort());
    expect(opened).toEqual({ ok: false, reason: 'unavailable' });
  });
});
