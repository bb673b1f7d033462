import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { packageFolder } from '../../package-folder.js';
import type { Queryable } from './standing-connection.js';

export const migrationsFolder = join(packageFolder, 'migrations/postgres');

/** Which migrations a database has had, each known by when it was written, epoch ms. */
export interface SchemaVersion {
  readonly applied: readonly number[];
  /** Known to us, but not applied. */
  readonly missing: readonly number[];
  /** Applied by a newer Heyword: not known to us. */
  readonly unknown: readonly number[];
}

/** Looks, and changes nothing. Null: no Heyword has ever used the database. */
export async function readSchemaVersion(db: Queryable): Promise<SchemaVersion | null> {
  const book = await db.query<{ name: string | null }>(`select to_regclass('heyword.migrations') as name`);
  if (book.rows[0]?.name == null) return null;
  const { rows } = await db.query<{ when: string }>('select created_at as when from heyword.migrations');
  const applied = rows.map(({ when }) => Number(when));
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  return {
    applied,
    missing: known.filter((when) => !applied.includes(when)),
    unknown: applied.filter((when) => !known.includes(when)),
  };
}
