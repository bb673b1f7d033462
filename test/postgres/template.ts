import { openPool } from '../../src/store/postgres/connection.js';
import { bringUpToDate } from '../../src/store/postgres/migrations.js';
import { migrateWork } from '../../src/work/graphile/migrate-work.js';
import { createDatabaseAt } from './throw-away-database.js';

/**
 * Makes a database with the tables of the store and of the job queue in it, as a server leaves them that has started, and
 * returns its name. It goes with the others of its run. To be copied, it must have no connections.
 */
export async function createTemplate(serverUrl: string, run: string): Promise<string> {
  const { url, name } = await createDatabaseAt(serverUrl, run);
  await bringUpToDate(url);
  const pool = openPool(url);
  try {
    await migrateWork(pool, fail);
  } finally {
    await pool.end();
  }
  return name;
}

function fail(complaint: Error): never {
  throw complaint;
}
