import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { withoutValues } from './query-fault.js';

/**
 * Reads are written once for both engines, against the types of an asynchronous SQLite. What they use of Drizzle (select,
 * joins, conditions, placeholders, `prepare` with a name, `execute`) is the same in its SQLite and PostgreSQL halves; the
 * type that says so does not exist, hence the one cast, `asShared`. Each engine brings its own tables, which have the
 * same columns with the same JavaScript types.
 */
export type SharedDatabase = BaseSQLiteDatabase<'async', unknown>;

export function asShared(engine: object): SharedDatabase {
  return engine as unknown as SharedDatabase;
}

interface Preparable<Row> {
  prepare(): { execute(values?: Record<string, unknown>): Promise<readonly Row[]> };
}

/** Answers a prepared query with all its rows. */
export type Query<Row> = (values?: Record<string, unknown>) => Promise<readonly Row[]>;

/** PostgreSQL knows a prepared query by its name, SQLite by the object. */
export function prepareQuery<Row>(name: string, query: Preparable<Row>): Query<Row> {
  const named = query as { prepare(name: string): ReturnType<Preparable<Row>['prepare']> };
  const prepared = named.prepare(name);
  return async (values = {}) => {
    try {
      // Awaited, because SQLite answers with a thenable and not a promise.
      return await prepared.execute(values);
    } catch (fault) {
      throw withoutValues(fault);
    }
  };
}

/** Answers a query that is built for one question: of whose conditions there are too many to prepare them all. */
export async function answerOnce<Row>(query: Preparable<Row>): Promise<readonly Row[]> {
  // Without a name PostgreSQL keeps no plan of it.
  const unnamed = query as { prepare(name?: string): ReturnType<Preparable<Row>['prepare']> };
  try {
    return await unnamed.prepare().execute();
  } catch (fault) {
    throw withoutValues(fault);
  }
}
