import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { CannotOpenStore } from '../cannot-open.js';

/** Stands as far above `dist/` as above `src/`. */
const migrationsFolder = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

/**
 * Applies the migrations that the database lacks. One that has migrations we do not know was written by a newer Heyword,
 * one with tables but no migrations by someone else: both are refused before `prepare` or anything else touches them.
 */
export function bringUpToDate(client: Database, path: string, prepare: () => void): void {
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  const isUpToDate = () => readApplied(client).length === known.length;
  refuseForeign(client, path);
  refuseNewer(readApplied(client), known, path);
  prepare();
  if (isUpToDate()) return;
  try {
    migrate(drizzle(client), { migrationsFolder });
  } catch (fault) {
    // Another process that opened the same new file at the same time may have been quicker.
    if (!isUpToDate()) throw fault;
  }
}

function refuseNewer(applied: readonly number[], known: readonly number[], path: string): void {
  if (applied.every((when) => known.includes(when))) return;
  const message = `${path} was written by a newer version of Heyword. Start that version, or restore the backup made before it.`;
  throw new CannotOpenStore('newer_schema', message);
}

function refuseForeign(client: Database, path: string): void {
  const tables = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.length === 0 || tables.includes('__drizzle_migrations')) return;
  throw new CannotOpenStore('foreign', `${path} is a database of something else than Heyword.`);
}

/** When the applied migrations were written, which is what they are known by; empty for a new file. */
function readApplied(client: Database): readonly number[] {
  const isNew =
    client.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get() === undefined;
  if (isNew) return [];
  const applied = client.prepare('SELECT created_at FROM __drizzle_migrations').pluck().all();
  return applied.map(Number);
}
