import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, serverLimits, startHttpServer } from '../../src/http/http-server.js';
import { createHouse, deliveryOf, type House, sign } from './support/house.js';
import { openSocket, readUntil, untilHead } from './support/raw-request.js';

const servers: HttpServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function open(
  house: House = createHouse(),
  limits = serverLimits,
): Promise<{ readonly house: House; readonly server: HttpServer }> {
  const server = await startHttpServer(house.app, { host: '127.0.0.1', port: 0 }, limits);
  servers.push(server);
  return { house, server };
}

const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

describe('the server, given bytes', () => {
  it('answers 413 to a body that is announced too large, before it arrives', async () => {
    const { house, server } = await open();
    const socket = await openSocket(server.port);
    socket.write(head('POST /webhooks/meta HTTP/1.1', 'Host: x', 'Content-Length: 5000000'));
    expect(await readUntil(socket, untilHead)).toMatch(/^HTTP\/1\.1 413 /);
    expect(house.engine.received).toEqual([]);
    socket.destroy();
  });

  it('answers 413 as soon as a body without an announced length has grown too large', async () => {
    const { server } = await open();
    const socket = await openSocket(server.port);
    socket.write(head('POST /webhooks/meta HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'));
    const answered = readUntil(socket, untilHead);
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    for (let sent = 0; sent < 5; sent++) socket.write(chunk);
    expect(await answered).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('goes on to serve a connection whose body was too large, once that has been sent', async () => {
    const { server } = await open();
    const socket = await openSocket(server.port);
    const answered = readUntil(socket, (text) => text.endsWith('\r\n\r\nok'));
    socket.write(head('POST /webhooks/meta HTTP/1.1', 'Host: x', 'Content-Length: 5000000'));
    socket.write('x'.repeat(5_000_000));
    socket.write(head('GET /healthz HTTP/1.1', 'Host: x'));
    expect(await answered).toMatch(/^HTTP\/1\.1 413 [\s\S]*HTTP\/1\.1 200 OK/);
    socket.destroy();
  });

  it('answers 400 to what is not HTTP, without a page or a stack', async () => {
    const { server } = await open();
    const socket = await openSocket(server.port);
    socket.write('NONSENSE\r\n\r\n');
    const answer = await readUntil(socket, () => false);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('<');
  });

  it('answers 400 to two lengths, which a proxy could read differently', async () => {
    const { server } = await open();
    const socket = await openSocket(server.port);
    socket.write(
      head('POST /webhooks/meta HTTP/1.1', 'Host: x', 'Content-Length: 3', 'Transfer-Encoding: chunked'),
    );
    expect(await readUntil(socket, () => false)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('refuses a signature header that comes twice', async () => {
    const { house, server } = await open();
    const socket = await openSocket(server.port);
    const body = deliveryOf('guide');
    const signature = `X-Hub-Signature-256: ${sign(body)}`;
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    socket.write(head('POST /webhooks/meta HTTP/1.1', 'Host: x', length, signature, signature) + body);
    expect(await readUntil(socket, untilHead)).toMatch(/^HTTP\/1\.1 401 /);
    expect(house.engine.received).toEqual([]);
    socket.destroy();
  });

  it('survives a body that breaks off', async () => {
    const { house, server } = await open();
    const socket = await openSocket(server.port);
    socket.write(head('POST /webhooks/meta HTTP/1.1', 'Host: x', 'Content-Length: 100') + 'half');
    socket.destroy();
    await request(`http://127.0.0.1:${server.port}`).get('/healthz').expect(200);
    await expect
      .poll(async () => (await request(house.app).get('/metrics')).text)
      .toContain('{source="meta",outcome="malformed"} 1');
  });

  it('gives a client ten seconds for its headers and fifteen for all of a request', () => {
    expect(serverLimits).toMatchObject({ headersTimeout: 10_000, requestTimeout: 15_000 });
  });

  it.each([
    ['headers', 'POST /webhooks/meta HTTP/1.1\r\nHost: x\r\n'],
    ['body', head('POST /webhooks/meta HTTP/1.1', 'Host: x', 'Content-Length: 100') + 'slow'],
  ])('cuts a client that does not finish its %s in time, while others are served', async (_what, bytes) => {
    const hasty = {
      ...serverLimits,
      headersTimeout: 200,
      requestTimeout: 300,
      connectionsCheckingInterval: 50,
    };
    const { house, server } = await open(createHouse(), hasty);
    const socket = await openSocket(server.port);
    const answer = readUntil(socket, () => false);
    socket.write(bytes);
    await request(`http://127.0.0.1:${server.port}`).get('/healthz').expect(200);
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(house.engine.received).toEqual([]);
  });
});

describe('closing the server', () => {
  it('waits for the request under way, and takes no other', async () => {
    const { house, server } = await open();
    let commit = (): void => undefined;
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    house.engine.commit = () => committed;
    const body = deliveryOf('guide');
    const answered = request(`http://127.0.0.1:${server.port}`)
      .post('/webhooks/meta')
      .set('Connection', 'keep-alive')
      .set('X-Hub-Signature-256', sign(body))
      .type('json')
      .send(body)
      .then(({ status }) => status);
    await expect.poll(() => house.engine.received.length).toBe(1);

    const closed = server.close();
    await expect(openSocket(server.port)).rejects.toThrow('ECONNREFUSED');
    commit();
    expect(await answered).toBe(200);
    await closed;
  });

  it('says why it cannot listen', async () => {
    const { server, house } = await open();
    const again = startHttpServer(house.app, { host: '127.0.0.1', port: server.port });
    await expect(again).rejects.toThrow('EADDRINUSE');
  });
});
