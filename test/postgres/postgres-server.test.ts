import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Output } from '../e2e/driver/output.js';
import { connect, endOf } from './connection.js';
import { PostgresServer } from './postgres-server.js';
import { isOpenToAll } from './server-account.js';
import { makeServerFolder } from './server-folder.js';

const refused = { code: 'ECONNREFUSED' };

async function startServer(): Promise<PostgresServer> {
  const server = await PostgresServer.start();
  onTestFinished(() => server.end());
  return server;
}

async function findFolder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  return dirname(rows[0]!.data_directory);
}

describe('a PostgreSQL from npm', () => {
  it.each(['stop', 'crash'] as const)(
    'answers after a %s where it did before, with all that was kept',
    async (end) => {
      const server = await startServer();
      const client = await connect(server.url);
      await client.query('CREATE TABLE note AS SELECT 7 AS id');
      const cut = endOf(client);

      await server[end]();

      await cut;
      await expect(connect(server.url)).rejects.toMatchObject(refused);
      await server.resume();
      expect((await (await connect(server.url)).query('SELECT id FROM note')).rows).toEqual([{ id: 7 }]);
    },
  );

  it('goes for ever with its files', async () => {
    const server = await startServer();
    const folder = await findFolder(await connect(server.url));
    expect(existsSync(folder)).toBe(true);

    await server.end();

    expect(existsSync(folder)).toBe(false);
    await expect(connect(server.url)).rejects.toMatchObject(refused);
  });

  it('goes with its files when the process that started it is killed', async () => {
    const script = fileURLToPath(new URL('start-and-wait.ts', import.meta.url));
    const owner = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const url = await new Output(owner).waitFor(/postgres:\S+/);
    const client = await connect(url);
    const folder = await findFolder(client);
    // "close" waits for the keeper too, which has the same stream of errors.
    const gone = Promise.all([once(owner, 'close'), endOf(client)]);

    owner.kill('SIGKILL');

    await gone;
    expect(existsSync(folder)).toBe(false);
    await expect(connect(url)).rejects.toMatchObject(refused);
  });
});

describe('the folder of a server', () => {
  it('is removed by the next start when its keeper was killed, and left alone while it lives', () => {
    const living = makeServerFolder({});
    onTestFinished(() => rmSync(living, { recursive: true, force: true }));
    const { pid } = spawnSync(process.execPath, ['--version']);
    const forsaken = living.replace(`-${process.pid}-`, `-${pid}-`);
    mkdirSync(join(forsaken, 'data'), { recursive: true });

    const next = makeServerFolder({});
    onTestFinished(() => rmSync(next, { recursive: true, force: true }));

    expect(existsSync(forsaken)).toBe(false);
    expect(existsSync(living)).toBe(true);
    expect(basename(next)).not.toBe(basename(living));
  });

  it('is sought where the account of the server may go', () => {
    const closed = mkdtempSync(join(tmpdir(), 'heyword-closed-'));
    onTestFinished(() => rmSync(closed, { recursive: true, force: true }));
    mkdirSync(join(closed, 'below'), { mode: 0o777 });

    expect(isOpenToAll(join(closed, 'below'))).toBe(false);
    expect(isOpenToAll('/')).toBe(true);
  });
});
