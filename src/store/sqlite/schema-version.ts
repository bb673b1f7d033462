import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { packageFolder } from '../../package-folder.js';

export const migrationsFolder = join(packageFolder, 'migrations/sqlite');

/** Which migrations a database has had, each known by when it was written, epoch ms. */
export interface SchemaVersion {
  /** False: it has tables, but they are somebody else's. */
  readonly isOurs: boolean;
  readonly applied: readonly number[];
  /** Known to us, but not applied. */
  readonly missing: readonly number[];
  /** Applied by a newer Heyword: not known to us. */
  readonly unknown: readonly number[];
}

/** Looks, and changes nothing. A file without a table is ours, and lacks everything. */
export function readSchemaVersion(client: Database): SchemaVersion {
  const tables = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const hasMigrations = tables.includes('__drizzle_migrations');
  const applied = hasMigrations ? readApplied(client) : [];
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  return {
    isOurs: hasMigrations || tables.length === 0,
    applied,
    missing: known.filter((when) => !applied.includes(when)),
    unknown: applied.filter((when) => !known.includes(when)),
  };
}

function readApplied(client: Database): readonly number[] {
  return client.prepare('SELECT created_at FROM __drizzle_migrations').pluck().all().map(Number);
}
