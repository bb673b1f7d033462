import { drizzle } from 'drizzle-orm/better-sqlite3';
import { prepareReads } from '../queries/reads.js';
import { asShared } from '../queries/shared-database.js';
import { toRefusal } from '../sqlite/faults.js';
import { findDamage, findSchemaProblems } from '../sqlite/integrity.js';
import { openReadOnly } from '../sqlite/read-only.js';
import { sqliteTables } from '../sqlite/tables.js';
import { checkContents } from './check-contents.js';
import type { StoreReport } from './store-report.js';

/** Checks a database file, which a server may go on using. Throws `CannotOpenStore` for one that is none of ours. */
export async function checkSqlite(path: string): Promise<StoreReport> {
  const client = openReadOnly(path);
  try {
    const damage = [...findSchemaProblems(client), ...findDamage(client)];
    if (damage.length > 0) return { damage, contents: null };
    // One state of the database, whatever a server does meanwhile.
    client.exec('BEGIN');
    const db = asShared(drizzle(client));
    return { damage, contents: await checkContents(db, sqliteTables, prepareReads(db, sqliteTables)) };
  } catch (fault) {
    throw toRefusal(path, fault);
  } finally {
    client.close();
  }
}
