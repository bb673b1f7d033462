import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openClient } from '../../../src/store/postgres/connection.js';
import { refuseUnsafe } from '../../../src/store/postgres/session.js';
import { killBackends } from '../../postgres/throw-away-database.js';
import { faultOf, scratchDatabase, scratchPool } from './scratch.js';

/** What a server that suits us answers. */
const safe = {
  synchronous_commit: 'on',
  default_transaction_isolation: 'read committed',
  search_path: 'public',
  version: '16.4 (Debian 16.4-1)',
  encoding: 'UTF8',
};

describe('a connection to PostgreSQL', () => {
  it('has what our promises rest on, whatever the database says', async () => {
    const url = await scratchDatabase();
    const name = new URL(url).pathname.slice(1);
    await scratchPool(url).query(`
      alter database ${name} set synchronous_commit = off;
      alter database ${name} set default_transaction_isolation = 'repeatable read';
      alter database ${name} set search_path = elsewhere;
      alter database ${name} set lock_timeout = 0`);
    const pool = scratchPool(url, { max: 3 });
    const read = `select current_setting('synchronous_commit') as commit, current_setting('lock_timeout') as lock,
      current_setting('default_transaction_isolation') as isolation, current_setting('search_path') as path,
      current_setting('statement_timeout') as statement, current_setting('application_name') as name, pg_backend_pid() as pid`;
    const answers = await Promise.all([1, 2, 3].map(() => pool.query(read)));
    const sessions = answers.map(({ rows }) => rows[0]);

    expect(new Set(sessions.map(({ pid }) => pid)).size).toBe(3);
    for (const session of sessions)
      expect(session).toMatchObject({
        commit: 'on',
        isolation: 'read committed',
        path: 'public',
        lock: '5s',
        statement: '10s',
        name: 'heyword',
      });
  });

  it('lets the server notice within 15 s that we are gone', async () => {
    const client = await openClient(await scratchDatabase());
    onTestFinished(() => client.end());
    const { rows } = await client.query<Record<string, string>>(
      `select current_setting('tcp_keepalives_idle') as idle, current_setting('tcp_keepalives_interval') as interval,
         current_setting('tcp_keepalives_count') as count, current_setting('tcp_user_timeout') as unread`,
    );
    const { idle, interval, count, unread } = rows[0]!;

    expect(Number(idle) + Number(interval) * Number(count)).toBe(15);
    expect(unread).toMatch(/^15(s|000)$/);
  });

  it('reads our large numbers as numbers', async () => {
    const pool = scratchPool(await scratchDatabase());

    expect((await pool.query('select 1795649421388::bigint as at')).rows).toEqual([
      { at: 1_795_649_421_388 },
    ]);
  });

  it('stays open however long nobody uses it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const pool = scratchPool(await scratchDatabase());
    const ask = async () => (await pool.query('select pg_backend_pid() as who')).rows;
    const first = await ask();
    vi.advanceTimersByTime(3_600_000);

    expect(await ask()).toEqual(first);
  });

  it('is told of and made again when it breaks while nobody uses it', async () => {
    const url = await scratchDatabase();
    const told: Error[] = [];
    const pool = scratchPool(url, { onLost: (fault) => told.push(fault) });
    const removed = new Promise((resolve) => pool.once('remove', resolve));
    await pool.query('select 1');
    await killBackends(url);
    await removed;

    expect(told).toMatchObject([{ code: '57P01' }]);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('breaks in the middle of a transaction without ending the process', async () => {
    const url = await scratchDatabase();
    const pool = scratchPool(url);
    const client = await pool.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    await client.query('begin');
    await killBackends(url);
    await ended;
    const fault = await faultOf(client.query('commit'));
    client.release(fault as Error);

    expect((fault as Error).message).toContain('not queryable');
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('a server that does not suit us', () => {
  it('is refused when its text has no room for everything', async () => {
    const url = new URL(await scratchDatabase());
    const name = `${url.pathname.slice(1)}_latin`;
    const pool = scratchPool(url.href);
    await pool.query(`create database ${name} template template0 encoding 'LATIN1' locale 'C'`);
    onTestFinished(async () => {
      await scratchPool(url.href).query(`drop database ${name}`);
    });
    const latin = new URL(url);
    latin.pathname = name;

    expect(await faultOf(scratchPool(latin.href).query('select 1'))).toMatchObject({ code: 'unsafe' });
    expect(await faultOf(openClient(latin.href))).toMatchObject({ code: 'unsafe' });
  });

  it.each([
    ['is too old', { version: '12.22' }, '13 or later'],
    ['commits before it has written', { synchronous_commit: 'off' }, 'did not accept synchronous_commit'],
    ['isolates otherwise', { default_transaction_isolation: 'serializable' }, 'our promises do not hold'],
  ])('is refused when it %s', (_what, difference, words) => {
    expect(() => refuseUnsafe(safe)).not.toThrow();
    expect(() => refuseUnsafe({ ...safe, ...difference })).toThrow(
      expect.objectContaining({ code: 'unsafe', message: expect.stringContaining(words) }),
    );
  });
});
