import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { openPool, type PoolOptions } from '../../../src/store/postgres/connection.js';
import { createDatabase, createMigratedDatabase } from '../../postgres/test-database.js';

/** The address of an empty database that goes with the test. */
export async function scratchDatabase(): Promise<string> {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  return database.url;
}

/** The address of a database with our tables in it. */
export async function migratedDatabase(): Promise<string> {
  const database = await createMigratedDatabase();
  onTestFinished(() => database.drop());
  return database.url;
}

/** Connections to `url`, ended with the test. */
export function scratchPool(url: string, options?: PoolOptions): pg.Pool {
  const pool = openPool(url, options);
  onTestFinished(() => pool.end());
  return pool;
}

/** What a promise is rejected with. */
export async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (fault) {
    return fault;
  }
  throw new Error('It was not rejected.');
}
