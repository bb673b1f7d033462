import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { CannotOpenStore } from '../cannot-open.js';
import { migrationsFolder, readSchemaVersion, type SchemaVersion } from './schema-version.js';

/**
 * Applies the migrations that the database lacks. One that has migrations we do not know was written by a newer Heyword,
 * one with tables but no migrations by someone else: both are refused before `prepare` or anything else touches them.
 */
export function bringUpToDate(client: Database, path: string, prepare: () => void): void {
  refuseUnknown(readSchemaVersion(client), path);
  prepare();
  if (isUpToDate(client)) return;
  try {
    migrate(drizzle(client), { migrationsFolder });
  } catch (fault) {
    // Another process that opened the same new file at the same time may have been quicker.
    if (!isUpToDate(client)) throw fault;
  }
}

/** Throws `CannotOpenStore` for a database of something else, or of a newer Heyword. */
export function refuseUnknown({ isOurs, unknown }: SchemaVersion, path: string): void {
  if (!isOurs) throw new CannotOpenStore('foreign', `${path} is a database of something else than Heyword.`);
  if (unknown.length === 0) return;
  const message = `${path} was written by a newer version of Heyword. Start that version, or restore the backup made before it.`;
  throw new CannotOpenStore('newer_schema', message);
}

function isUpToDate(client: Database): boolean {
  return readSchemaVersion(client).missing.length === 0;
}
