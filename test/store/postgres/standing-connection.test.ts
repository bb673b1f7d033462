import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findAbsent, StandingConnection } from '../../../src/store/postgres/standing-connection.js';
import { killBackends } from '../../postgres/throw-away-database.js';
import { faultOf, scratchDatabase, scratchPool } from './scratch.js';

async function standAt(url: string, heartbeat?: number): Promise<StandingConnection> {
  const connection = await StandingConnection.open(url, heartbeat === undefined ? {} : { heartbeat });
  onTestFinished(() => connection.close());
  return connection;
}

function gapOf(connection: StandingConnection): Promise<void> {
  return new Promise((resolve) => connection.onGap(resolve));
}

/** What `listen` has heard; `next` waits for one more. */
function ear() {
  const heard: string[] = [];
  let wake: () => void = () => undefined;
  return {
    heard,
    listener: (payload: string) => {
      heard.push(payload);
      wake();
    },
    next: async (count: number) => {
      while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return heard;
    },
  };
}

/** A way to the server that can fall silent, as when a cable is cut: nothing arrives, and nothing is closed. */
async function silenceableWay(url: string): Promise<{ url: string; fallSilent: () => void }> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = createConnection({ host: hostname, port: Number(port) });
    sockets.push(near, far);
    near.on('data', (data) => far.write(data)).on('error', () => far.destroy());
    far.on('data', (data) => near.write(data)).on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const way = new URL(url);
  way.hostname = '127.0.0.1';
  way.port = String((server.address() as AddressInfo).port);
  // Whoever comes later gets through.
  const fallSilent = () => sockets.forEach((socket) => socket.removeAllListeners('data').pause());
  return { url: way.href, fallSilent };
}

describe('a standing connection', () => {
  it('says who is here, until it is closed', async () => {
    const url = await scratchDatabase();
    const pool = scratchPool(url);
    const connection = await standAt(url);
    await connection.hold('one');
    await connection.hold('other');
    const here = await findAbsent(pool, ['one', 'nobody', 'other']);
    await connection.close();

    expect(here).toEqual(['nobody']);
    // The server may take a moment to hear that we went.
    await expect.poll(() => findAbsent(pool, ['one', 'other'])).toEqual(['one', 'other']);
  });

  it('says so in its own database only', async () => {
    const [url, elsewhere] = await Promise.all([scratchDatabase(), scratchDatabase()]);
    await (await standAt(url)).hold('one');

    expect(await findAbsent(scratchPool(url), ['one'])).toEqual([]);
    expect(await findAbsent(scratchPool(elsewhere), ['one'])).toEqual(['one']);
  });

  it('takes its locks and listens again after a loss, then tells of the gap', async () => {
    const url = await scratchDatabase();
    const pool = scratchPool(url);
    const connection = await standAt(url);
    const { listener, next, heard } = ear();
    const gap = gapOf(connection);
    await connection.hold('one');
    await connection.listen('News', listener);
    await pool.query("select pg_notify('News', 'before')");
    await next(1);
    await killBackends(url);
    await gap;

    expect(await findAbsent(pool, ['one'])).toEqual([]);
    await pool.query("select pg_notify('News', 'after')");
    expect(await next(2)).toEqual(['before', 'after']);
    expect(heard).toHaveLength(2);
  });

  it('holds what it was asked to hold while the connection was lost', async () => {
    const url = await scratchDatabase();
    const connection = await standAt(url);
    await killBackends(url);
    await connection.hold('late');

    expect(await findAbsent(scratchPool(url), ['late'])).toEqual([]);
  });

  it('notices a server that only fell silent', async () => {
    const url = await scratchDatabase();
    const way = await silenceableWay(url);
    const connection = await standAt(way.url, 100);
    await connection.hold('one');
    const gap = gapOf(connection);
    way.fallSilent();
    await gap;

    expect(await findAbsent(scratchPool(url), ['one'])).toEqual([]);
  });

  it('never waits for what the server still holds of the one before', async () => {
    const url = await scratchDatabase();
    const [before, after] = [await standAt(url), await standAt(url)];
    await before.hold('one');
    await after.hold('one');
    await before.close();

    expect(await findAbsent(scratchPool(url), ['one'])).toEqual([]);
  });

  it('stays closed, though it was just connecting again', async () => {
    const url = await scratchDatabase();
    const connection = await standAt(url);
    await connection.hold('one');
    await killBackends(url);
    await connection.close();

    expect(await findAbsent(scratchPool(url), ['one'])).toEqual(['one']);
  });

  it('is not opened where there is no server', async () => {
    const url = new URL(await scratchDatabase());
    url.pathname = '/nowhere';

    expect(await faultOf(StandingConnection.open(url.href))).toMatchObject({ code: '3D000' });
  });
});
