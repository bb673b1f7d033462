import { inject } from 'vitest';
import { type TestDatabase, createDatabaseAt } from './throw-away-database.js';

/** An empty database on the PostgreSQL of this run, for a test of the project `postgres`. */
export function createDatabase(): Promise<TestDatabase> {
  const { url, run } = inject('postgres');
  return createDatabaseAt(url, run);
}
