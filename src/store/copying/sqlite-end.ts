import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { prepareReads } from '../queries/reads.js';
import { asShared } from '../queries/shared-database.js';
import type { Drizzle } from '../sqlite/binding.js';
import { openConnection } from '../sqlite/connection.js';
import { suppressions } from '../sqlite/schema/consent.js';
import { erasures } from '../sqlite/schema/erasures.js';
import { meta } from '../sqlite/schema/meta.js';
import { acquireServerLock } from '../sqlite/server-lock.js';
import { sqliteTables } from '../sqlite/tables.js';
import type { CopiedTables } from './copied-tables.js';
import type { CopySource, CopyTarget } from './copy-ends.js';
import { createEndReads } from './end-reads.js';

export const sqliteCopiedTables = { ...sqliteTables, suppressions, erasures } satisfies CopiedTables;

export interface SqliteEnd {
  readonly client: Database;
  readonly db: Drizzle;
  /** What source and target have in common. */
  readonly common: Pick<
    CopySource & CopyTarget,
    'readMeta' | 'count' | 'readAfter' | 'verifyLedger' | 'close'
  >;
}

/**
 * Opens a database file as one end of a copy, its schema brought up to date. No server can use it meanwhile. Throws
 * `CannotOpenStore`.
 */
export function openSqliteEnd(path: string): SqliteEnd {
  const lock = acquireServerLock(path);
  try {
    const client = openConnection(path);
    const db = drizzle(client);
    const reads = prepareReads(asShared(db), sqliteTables);
    const endReads = createEndReads(asShared(db), sqliteCopiedTables, meta);
    const close = () => {
      client.close();
      lock.release();
      return Promise.resolve();
    };
    return { client, db, common: { ...endReads, verifyLedger: () => reads.verifyLedger(), close } };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}
