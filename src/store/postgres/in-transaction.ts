import type pg from 'pg';
import { isWorthRetrying } from './faults.js';

/** How often a transaction is tried that only lost a race. */
export const mostRaces = 8;

/** Does `work` in a transaction of its own; what it throws takes all of it back. Work that lost a race is done again. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  for (let races = 0; ; races += 1) {
    try {
      return await inOneTransaction(pool, work);
    } catch (fault) {
      if (!isWorthRetrying(fault) || races === mostRaces) throw fault;
    }
  }
}

async function inOneTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isUsable = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    isUsable = true;
    return result;
  } catch (fault) {
    isUsable = await rollBack(client);
    throw fault;
  } finally {
    client.release(!isUsable);
  }
}

/** False: the connection is not to be used again. */
export async function rollBack(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}
