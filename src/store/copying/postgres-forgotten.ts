import { readForgotten, type Forgotten } from './forgotten.js';
import { openPostgresEnd, sharedForgottenTables } from './postgres-end.js';
import { refuseUnknowing } from './sqlite-forgotten.js';

/** Reads it from a PostgreSQL database. Rejects with `CannotOpenStore` and `CopyRefused`. */
export async function readPostgresForgotten(url: string): Promise<Forgotten> {
  const { db, common } = await openPostgresEnd(url);
  try {
    const forgotten = await readForgotten(db, sharedForgottenTables);
    if (forgotten === null) throw refuseUnknowing('The database');
    return forgotten;
  } finally {
    await common.close();
  }
}
