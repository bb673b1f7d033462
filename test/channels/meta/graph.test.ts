import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraphClient, type GraphClient, type GraphRequest } from '../../../src/channels/meta/graph.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';

let meta: FakeMeta;
let transport: Transport;
let graph: GraphClient;
/** Only the tests of this file wait for it. */
const answerTimeout = 300;

beforeEach(async () => {
  meta = await startFakeMeta();
  transport = createTransport(() => 1_790_000_000_000, { answerTimeout, connectTimeout: 500 });
  graph = createGraphClient(transport);
});

afterEach(async () => {
  await transport.close();
  await meta.close();
});

const send = (more: Partial<GraphRequest> = {}) =>
  graph.call({
    method: 'POST',
    endpoint: { baseUrl: meta.url, version: 'v26.0' },
    path: ['1001', 'messages'],
    body: { recipient: { id: '901' }, message: { text: 'Grüße 🎉' } },
    token: 'EAAG-secret',
    signal: new AbortController().signal,
    ...more,
  });

describe('a request', () => {
  it('is answered, with the time, status, headers and body', async () => {
    expect(await send()).toMatchObject({
      kind: 'answered',
      at: 1_790_000_000_000,
      status: 200,
      headers: { 'content-type': 'application/json; charset=UTF-8' },
      body: { recipient_id: '901' },
    });
    expect(meta.sends()).toMatchObject([{ accountId: '1001', contactId: '901', text: 'Grüße 🎉' }]);
  });

  it('carries the token in its header and nowhere else', async () => {
    await send({ query: { fields: 'name,other' } });
    expect(meta.requests[0]).toMatchObject({
      path: '/v26.0/1001/messages?fields=name%2Cother',
      token: 'EAAG-secret',
    });
    expect(JSON.stringify({ ...meta.requests[0], token: '', headers: {} })).not.toContain('EAAG');
  });

  it('keeps the path of a proxy, and ids from being paths', async () => {
    await send({
      endpoint: { baseUrl: `${meta.url}/proxy/meta/`, version: 'v26.0' },
      path: ['../1', 'messages'],
    });
    expect(meta.requests[0]!.path).toBe('/proxy/meta/v26.0/..%2F1/messages');
  });

  it('uses its connections again', async () => {
    let connections = 0;
    const server = createHttpServer((_request, response) => response.end('{}'));
    server.on('connection', () => connections++);
    const endpoint = { baseUrl: `http://127.0.0.1:${await listen(server)}`, version: 'v26.0' };
    for (let round = 0; round < 20; round++) expect(await send({ endpoint })).toMatchObject({ status: 200 });
    // The next request can come a moment before a connection knows that it is free.
    expect(connections).toBeLessThanOrEqual(2);
    server.closeAllConnections();
    server.close();
  });

  it('may share its signal with any number of others', async () => {
    const warnings: string[] = [];
    const warn = ({ name }: Error) => warnings.push(name);
    process.on('warning', warn);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 30 }, () => send({ signal, timeout: 5_000 })));
    process.off('warning', warn);
    expect(warnings).toEqual([]);
    expect(meta.sends()).toHaveLength(30);
  });

  it('follows no redirect', async () => {
    meta.failNext({
      kind: 'answer',
      status: 302,
      body: '',
      delivered: false,
      headers: { location: `${meta.url}/elsewhere` },
    });
    expect(await send()).toMatchObject({ kind: 'answered', status: 302, body: undefined });
    expect(meta.requests).toHaveLength(1);
  });
});

describe('a request of which nothing was written', () => {
  it('is unsent when the connection is refused', async () => {
    const { url } = meta;
    await meta.close();
    expect(await send({ endpoint: { baseUrl: url, version: 'v26.0' } })).toEqual({
      kind: 'unsent',
      cause: 'ECONNREFUSED',
    });
    meta = await startFakeMeta();
  });

  it('is unsent when the name is unknown', async () => {
    const answer = await send({ endpoint: { baseUrl: 'http://no-such-host.invalid', version: 'v26.0' } });
    expect(answer).toMatchObject({ kind: 'unsent' });
  });

  it('is unsent when the server does not speak TLS', async () => {
    const baseUrl = meta.url.replace('http:', 'https:');
    expect(await send({ endpoint: { baseUrl, version: 'v26.0' } })).toMatchObject({ kind: 'unsent' });
    expect(meta.sends()).toEqual([]);
  });

  it('is unsent when it was given up beforehand', async () => {
    expect(await send({ signal: AbortSignal.abort() })).toEqual({ kind: 'unsent', cause: 'ABORTED' });
    expect(meta.requests).toEqual([]);
  });

  it('is unsent, and stays so, when it is given up while it waits for a connection', async () => {
    await transport.close();
    transport = createTransport(Date.now, { connections: 1, answerTimeout });
    graph = createGraphClient(transport);
    meta.failNext({ kind: 'slow', ms: 100 });
    const waiting = new AbortController();
    const first = send();
    const second = send({ signal: waiting.signal });
    await meta.waitForSends(1);
    waiting.abort();
    expect(await second).toEqual({ kind: 'unsent', cause: 'ABORTED' });
    expect(await first).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ status: 200 });
    expect(meta.sends()).toHaveLength(2);
  });

  it('is unsent when its address is none', async () => {
    expect(await send({ endpoint: { baseUrl: 'graph.facebook.com', version: 'v26.0' } })).toEqual({
      kind: 'unsent',
      cause: 'ERR_INVALID_URL',
    });
  });

  it('is unsent when its token cannot be a header, which no error repeats', async () => {
    const answer = await send({ token: 'EAAG\nsecret' });
    expect(answer).toMatchObject({ kind: 'unsent' });
    expect(JSON.stringify(answer)).not.toContain('EAAG');
  });
});

describe('a request that was written', () => {
  it('is unanswered when the connection is reset before its body is read', async () => {
    meta.failNext({ kind: 'reset', after: 'head' });
    expect(await send()).toMatchObject({ kind: 'unanswered' });
  });

  it('is unanswered when the connection is reset after its body is read', async () => {
    meta.failNext({ kind: 'reset', after: 'body', delivered: true });
    expect(await send()).toMatchObject({ kind: 'unanswered' });
    expect(meta.delivered()).toHaveLength(1);
  });

  it('is unanswered after so long a silence', async () => {
    meta.failNext({ kind: 'silence', delivered: true });
    expect(await send()).toEqual({ kind: 'unanswered', cause: 'ANSWER_TIMEOUT' });
  });

  it('is unanswered when the answer only drips', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{');
      const drip = setInterval(() => socket.write(' '), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const endpoint = { baseUrl: `http://127.0.0.1:${await listen(server)}`, version: 'v26.0' };
    expect(await send({ endpoint })).toEqual({ kind: 'unanswered', cause: 'ANSWER_TIMEOUT' });
    server.close();
  });

  it('is unanswered when it is given up while it waits for its answer', async () => {
    meta.failNext({ kind: 'silence', delivered: false });
    const patience = new AbortController();
    const answer = send({ signal: patience.signal });
    await meta.waitForSends(1);
    patience.abort();
    expect(await answer).toEqual({ kind: 'unanswered', cause: 'ABORTED' });
  });

  it('may take its time within the limit', async () => {
    meta.failNext({ kind: 'slow', ms: 100 });
    expect(await send()).toMatchObject({ status: 200 });
  });

  it('has a limit of its own where one is given', async () => {
    meta.failNext({ kind: 'slow', ms: 250 });
    expect(await send({ timeout: 50 })).toMatchObject({ kind: 'unanswered' });
  });

  it.each([
    ['no JSON', '<html>Sorry, something went wrong.</html>'],
    ['half of one', '{"recipient_id":"901","mess'],
    ['more than 64 kB', JSON.stringify({ message_id: 'm_1', more: 'x'.repeat(70_000) })],
    ['nested without end', '['.repeat(10_000)],
  ])('has no readable answer in %s', async (_case, body) => {
    meta.failNext({ kind: 'answer', status: 200, body, delivered: true });
    expect(await send()).toMatchObject({ kind: 'answered', status: 200, body: undefined });
    expect(await send()).toMatchObject({ body: { recipient_id: '901' } });
  });
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
