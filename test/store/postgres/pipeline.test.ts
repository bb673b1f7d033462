import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { askTogether, Pipeline } from '../../../src/store/postgres/pipeline.js';
import { faultOf, scratchDatabase, scratchPool } from './scratch.js';

/** One connection, on which a table of numbers is there. */
async function connect(): Promise<pg.PoolClient> {
  const pool = scratchPool(await scratchDatabase(), { max: 1 });
  await pool.query('create table numbers (number int primary key)');
  return pool.connect();
}

const insert = (number: number): pg.QueryConfig => ({
  name: 'insert_number',
  text: 'insert into numbers values ($1)',
  values: [number],
});
const slow: pg.QueryConfig = { text: 'select pg_sleep(0.2)' };
const count = async (client: pg.ClientBase): Promise<number> =>
  (await client.query<{ count: number }>('select count(*)::int as count from numbers')).rows[0]!.count;

/** What goes over the wire, in how many writes. */
function writesOf(client: pg.PoolClient): () => number {
  const { stream } = client.connection;
  const write = stream._write.bind(stream);
  const writev = stream._writev!.bind(stream);
  let writes = 0;
  stream._write = (...given) => {
    writes += 1;
    write(...given);
  };
  stream._writev = (...given) => {
    writes += 1;
    writev(...given);
  };
  return () => writes;
}

describe('a pipeline', () => {
  it('has statements carried out in the order in which they were sent', async () => {
    const client = await connect();
    const pipeline = new Pipeline(client);
    pipeline.send(slow);
    pipeline.send(insert(1));
    pipeline.send({ text: 'update numbers set number = number + 1' });
    await pipeline.answered();

    expect((await client.query('select number from numbers')).rows).toEqual([{ number: 2 }]);
    client.release();
  });

  it('rejects with what the first was refused for, and leaves nothing of the transaction', async () => {
    const client = await connect();
    await client.query('begin');
    const pipeline = new Pipeline(client);
    for (const number of [1, 2, 2, 3]) pipeline.send(insert(number));

    expect(await faultOf(pipeline.answered())).toMatchObject({ code: '23505' });
    await client.query('rollback');
    expect(await count(client)).toBe(0);
    client.release();
  });

  it('harms nobody with the fault of a statement whose answer is not awaited', async () => {
    const client = await connect();
    const unhandled: unknown[] = [];
    const note = (fault: unknown): void => void unhandled.push(fault);
    process.on('unhandledRejection', note);
    new Pipeline(client).send({ text: 'select 1 / 0' });
    expect(await count(client)).toBe(0);
    await new Promise(setImmediate);
    process.off('unhandledRejection', note);

    expect(unhandled).toEqual([]);
    client.release();
  });
});

describe('what is asked together', () => {
  it('goes off in one packet', async () => {
    const client = await connect();
    const writes = writesOf(client);
    const [one, two] = await askTogether(client, () => [
      client.query<{ number: number }>('select 1 as number'),
      client.query<{ number: number }>('select 2 as number'),
    ]);

    expect([one.rows, two.rows]).toEqual([[{ number: 1 }], [{ number: 2 }]]);
    expect(writes()).toBe(1);
    client.release();
  });

  it('rejects only when nothing of it is under way any more', async () => {
    const client = await connect();
    let isDone = false;
    const later = async (): Promise<void> => {
      await client.query(slow);
      await client.query(insert(1));
      isDone = true;
    };
    const failing = client.query('select 1 / 0');
    failing.catch(() => undefined);

    expect(await faultOf(askTogether(client, () => [failing, later()]))).toMatchObject({ code: '22012' });
    expect(isDone).toBe(true);
    client.release();
  });

  it('rejects with the fault that the others followed from', async () => {
    const client = await connect();
    await client.query('begin');
    const slower = async (): Promise<void> => {
      await client.query('select 1');
      await client.query(insert(1));
    };
    const fault = await faultOf(askTogether(client, () => [slower(), client.query('select 1 / 0')]));

    expect(fault).toMatchObject({ code: '22012' });
    await client.query('rollback');
    client.release();
  });

  it('sends what was asked for also where asking for the rest fails', async () => {
    const client = await connect();
    const ask = askTogether(client, () => {
      client.query(insert(1)).catch(() => undefined);
      throw new Error('no more');
    });

    expect(await faultOf(ask)).toMatchObject({ message: 'no more' });
    expect(await count(client)).toBe(1);
    client.release();
  });
});
