import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { CannotOpenStore } from '../../../src/store/cannot-open.js';
import { openClient, ordinaryPatience } from '../../../src/store/postgres/connection.js';
import {
  isWorthRetrying,
  makesUnavailable,
  toRefusal,
  toUnavailable,
} from '../../../src/store/postgres/faults.js';
import { bringUpToDate } from '../../../src/store/postgres/migrations.js';
import { findFreePort } from '../../postgres/free-port.js';
import { killBackends } from '../../postgres/throw-away-database.js';
import { faultOf, migratedDatabase, scratchDatabase, scratchPool } from './scratch.js';

/** Two transactions that are under way, in a table with two rows. */
async function twoTransactions(isolation = 'read committed', lock = 5000) {
  const url = await scratchDatabase();
  const pool = scratchPool(url, { patience: { ...ordinaryPatience, lock } });
  await pool.query('create table counts (id int primary key, n int)');
  await pool.query('insert into counts values (1, 0), (2, 0)');
  const [one, other] = await Promise.all([pool.connect(), pool.connect()]);
  for (const client of [one, other]) await client.query(`begin isolation level ${isolation}`);
  const add = (client: pg.PoolClient, id: number) =>
    client.query('update counts set n = n + 1 where id = $1', [id]);
  const leave = () => [one, other].forEach((client) => client.release(true));
  return { one, other, add, leave };
}

/** As the server sends it. */
function serverFault(code: string, constraint?: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('as it says', 0, 'error'), { code, constraint });
}

const event = (
  id: string,
) => `insert into events (id, workspace, account, conversation, kind, occurred_at, received_at,
  disposition, changed_consent) values ('${id}', 'w', 'a', 1, 'messageReceived', 1, 1, 'handled', false)`;

describe('a fault of PostgreSQL', () => {
  it('makes the store unavailable when the connection is cut under a statement', async () => {
    const url = await scratchDatabase();
    const pool = scratchPool(url);
    const client = await pool.connect();
    const asleep = faultOf(client.query('select pg_sleep(60)'));
    await killBackends(url);
    const fault = await asleep;
    client.release(true);

    expect(makesUnavailable(fault)).toBe(true);
    expect(isWorthRetrying(fault)).toBe(false);
    expect(toUnavailable(fault)).toMatchObject({ code: 'store_unavailable', retryable: true, cause: fault });
  });

  it('is a lock that was waited for in vain', async () => {
    const { one, other, add, leave } = await twoTransactions('read committed', 20);
    await add(one, 1);
    const fault = await faultOf(add(other, 1));
    leave();

    expect(fault).toMatchObject({ code: '55P03' });
    expect([makesUnavailable(fault), isWorthRetrying(fault)]).toEqual([true, false]);
  });

  it('is worth another try after a deadlock', async () => {
    const { one, other, add, leave } = await twoTransactions();
    await add(one, 1);
    await add(other, 2);
    const results = await Promise.allSettled([add(one, 2), add(other, 1)]);
    const [fault] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    leave();

    expect(fault).toMatchObject({ code: '40P01' });
    expect([makesUnavailable(fault), isWorthRetrying(fault)]).toEqual([true, true]);
  });

  it('is worth another try after a change in between', async () => {
    const { one, other, add, leave } = await twoTransactions('repeatable read');
    await other.query('select * from counts');
    await add(one, 1);
    await one.query('commit');
    const fault = await faultOf(add(other, 1));
    leave();

    expect(fault).toMatchObject({ code: '40001' });
    expect(isWorthRetrying(fault)).toBe(true);
  });

  it('makes the store unavailable where a server that took over is still read-only', async () => {
    const pool = scratchPool(await migratedDatabase());
    const fault = await faultOf(pool.query(`begin read only; ${event('e')}`));

    expect(fault).toMatchObject({ code: '25006' });
    expect(makesUnavailable(fault)).toBe(true);
  });

  it('is a statement’s own when the statement is to blame', async () => {
    const pool = scratchPool(await scratchDatabase());
    const fault = await faultOf(pool.query('select nothing from nowhere'));

    expect([makesUnavailable(fault), isWorthRetrying(fault)]).toEqual([false, false]);
    expect(makesUnavailable(new TypeError('a bug'))).toBe(false);
  });

  it('is worth another try when the same event was quicker on another connection', async () => {
    const pool = scratchPool(await migratedDatabase());
    await pool.query(event('e'));
    const fault = await faultOf(pool.query(event('e')));
    const alias = "insert into aliases values ('w', 'a', 'ada', 1)";
    await pool.query(
      `insert into conversations values (1, 'c', 'k', 'w', 'a', 'simulator', 'ada', '{}', null, 0, 1, 1)`,
    );
    await pool.query(alias);

    expect(isWorthRetrying(fault)).toBe(true);
    expect(isWorthRetrying(await faultOf(pool.query(alias)))).toBe(true);
    expect(isWorthRetrying(serverFault('23505', 'handoffs_by_id'))).toBe(false);
  });

  it.each([
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Query read timeout',
  ])('makes the store unavailable when the driver says "%s"', (words) => {
    expect(makesUnavailable(new Error(words))).toBe(true);
  });
});

describe('what is said when PostgreSQL cannot be opened', () => {
  const address = 'postgres://ada:s3cret%40@db.example:5433/heyword';

  async function refusalAt(url: string): Promise<unknown> {
    return toRefusal(url, await faultOf(bringUpToDate(url)));
  }

  it.each([
    ['28P01', 'no_access', 'the password'],
    ['28000', 'no_access', 'pg_hba.conf'],
    ['3D000', 'unreachable', 'no such database'],
    ['42501', 'no_access', 'owner of the database'],
  ])('names the place and the way out, and never the password (%s)', (state, code, words) => {
    const refusal = toRefusal(address, serverFault(state));

    expect(refusal).toBeInstanceOf(CannotOpenStore);
    expect(refusal).toMatchObject({ code, retryable: false });
    expect((refusal as Error).message).toContain(words);
    expect((refusal as Error).message).toContain('db.example:5433/heyword');
    expect((refusal as Error).message).not.toMatch(/s3cret|ada/);
  });

  it('tells that nobody answers', async () => {
    const url = `postgres://ada:secret@127.0.0.1:${await findFreePort()}/heyword`;
    const refusal = await refusalAt(url);

    expect(refusal).toMatchObject({ code: 'unreachable' });
    expect((refusal as Error).message).toContain('ECONNREFUSED');
    expect((refusal as Error).message).not.toContain('secret');
  });

  it('tells that there is no such database', async () => {
    const url = new URL(await scratchDatabase());
    url.pathname = '/nowhere';

    expect(await refusalAt(url.href)).toMatchObject({ code: 'unreachable' });
  });

  it('tells that there is no safe connection', async () => {
    const url = new URL(await scratchDatabase());
    url.searchParams.set('sslmode', 'verify-full');

    expect(await refusalAt(url.href)).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('sslmode'),
    });
  });

  it('shows nothing of an address that is none', async () => {
    const refusal = await refusalAt('postgres://ada:secret@[nowhere/heyword');

    expect(refusal).toMatchObject({ code: 'unreachable', cause: undefined });
    expect(JSON.stringify([refusal, (refusal as Error).message])).not.toContain('secret');
  });

  it('leaves to another try what may pass, and bugs as they are', async () => {
    const bug = new TypeError('a bug');
    const client = await openClient(await scratchDatabase());
    await client.end();

    expect(toRefusal(address, serverFault('57P03'))).toMatchObject({ code: 'store_unavailable' });
    expect(toRefusal(address, serverFault('53300'))).toMatchObject({ code: 'store_unavailable' });
    expect(toRefusal(address, bug)).toBe(bug);
  });
});
