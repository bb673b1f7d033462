import { inject } from 'vitest';
import { type TestDatabase, createDatabaseAt } from './throw-away-database.js';

/** An empty database on the PostgreSQL of this run, for a test of the project `postgres`. */
export function createDatabase(): Promise<TestDatabase> {
  const { url, run } = inject('postgres');
  return createDatabaseAt(url, run);
}

/** The same with the tables of the store and of the job queue in it: what a server finds that starts again. */
export function createMigratedDatabase(): Promise<TestDatabase> {
  const { url, run, template } = inject('postgres');
  return createDatabaseAt(url, run, template);
}
