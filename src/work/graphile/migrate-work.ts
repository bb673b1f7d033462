import { runMigrations } from 'graphile-worker';
import type { ConnectionPool } from './connection-pool.js';
import { createGraphileLog } from './graphile-log.js';

/**
 * Ours in their schema: without it, looking up who holds jobs would read every job there is. In one transaction, behind
 * each other: two processes that make the same index at the same time would fail.
 */
const indexHeldJobs = `
  select pg_advisory_xact_lock(hashtext('heyword:work:migrations'));
  create index if not exists heyword_held_jobs on graphile_worker._private_jobs (locked_by) where locked_by is not null;`;

/**
 * Brings the schema of graphile-worker up to date, which must be done before a conversation is announced. Any number of
 * processes may do it at the same time.
 */
export async function migrateWork(pool: ConnectionPool, onComplaint: (error: Error) => void): Promise<void> {
  await runMigrations({ pgPool: pool, schema: 'graphile_worker', logger: createGraphileLog(onComplaint) });
  await pool.query(indexHeldJobs);
}
