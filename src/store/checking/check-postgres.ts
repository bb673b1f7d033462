import { drizzle } from 'drizzle-orm/node-postgres';
import { openClient } from '../postgres/connection.js';
import { toRefusal } from '../postgres/faults.js';
import { findDamage } from '../postgres/integrity.js';
import type { Patience } from '../postgres/session.js';
import { sharedTables } from '../postgres/tables.js';
import { prepareReads } from '../queries/reads.js';
import { asShared } from '../queries/shared-database.js';
import { checkContents } from './check-contents.js';
import type { StoreReport } from './store-report.js';

/** Nobody waits for it. */
const patience: Patience = { statement: 0, lock: 5000, betweenStatements: 0 };

/** Checks a PostgreSQL database, which servers may go on using. Rejects with `CannotOpenStore` or `StoreUnavailable`. */
export async function checkPostgres(url: string): Promise<StoreReport> {
  try {
    const client = await openClient(url, patience);
    try {
      // One state of the database, whatever servers do meanwhile; and no way to change it.
      await client.query('begin isolation level repeatable read read only');
      const damage = await findDamage(client);
      if (damage.length > 0) return { damage, contents: null };
      const db = asShared(drizzle(client));
      return { damage, contents: await checkContents(db, sharedTables, prepareReads(db, sharedTables)) };
    } finally {
      await client.end();
    }
  } catch (fault) {
    throw toRefusal(url, fault);
  }
}
