import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { CannotOpenStore } from '../cannot-open.js';
import { lockSpace } from './advisory-locks.js';
import { openClient } from './connection.js';
import { migrationsFolder } from './schema-version.js';
import type { Patience } from './session.js';

/** Where it is written down which migrations were applied: apart from the tables, so that a foreign database is told by them. */
const book = { migrationsSchema: 'heyword', migrationsTable: 'migrations' } as const;

/** An index may take its time; waiting for another process that migrates, too. */
const patience: Patience = { statement: 0, lock: 0, betweenStatements: 0 };

/**
 * Applies the migrations that the database lacks, all in one transaction; of processes that start at once, one does it and
 * the others wait. Throws `CannotOpenStore`, before anything is changed, for a database with tables but no migrations of
 * ours (graphile-worker's own do not count), and for one that a newer Heyword wrote.
 *
 * While a migration runs, and after it until they are replaced, processes of the version before go on working; only when
 * one of them starts again is it refused. So a migration may add: a table, an index, a column that is null or has a default.
 * What it takes away, or demands, the version before must do without already: it is made in two releases. It takes no lock
 * that it must hold for long on a table that is written to (`SET NOT NULL`, `ADD CONSTRAINT` without `NOT VALID`, a rewrite
 * of the table): those who wait for it are answered 503.
 */
export async function bringUpToDate(url: string): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  const client = await openClient(url, patience);
  try {
    // Ends with the connection, however that ends.
    await client.query('select pg_advisory_lock($1, 0)', [lockSpace.migrations]);
    const applied = await readApplied(client);
    if (applied === null) await refuseForeign(client);
    refuseNewer(applied ?? [], known);
    if (applied?.length === known.length) return;
    // Behind a lock that a migration waits for, everybody else waits too.
    await client.query("set lock_timeout = '4s'");
    await migrate(drizzle(client), { migrationsFolder, ...book });
  } finally {
    await client.end();
  }
}

/** When the applied migrations were written, which is what they are known by; null where we have never been. */
async function readApplied(client: pg.ClientBase): Promise<readonly number[] | null> {
  const table = `${book.migrationsSchema}.${book.migrationsTable}`;
  const found = await client.query<{ name: string | null }>('select to_regclass($1) as name', [table]);
  if (found.rows[0]?.name == null) return null;
  const { rows } = await client.query<{ when: number }>(`select created_at as when from ${table}`);
  return rows.map(({ when }) => when);
}

function refuseNewer(applied: readonly number[], known: readonly number[]): void {
  if (applied.every((when) => known.includes(when))) return;
  const message =
    'The database was written by a newer version of Heyword. Start that version, or restore the backup made before it.';
  throw new CannotOpenStore('newer_schema', message);
}

/** Tables of extensions are nobody's; so are those of the job queue, which may have come first. */
async function refuseForeign(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`
    select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and n.nspname <> 'graphile_worker'
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    limit 1`);
  if (rows.length === 0) return;
  throw new CannotOpenStore(
    'foreign',
    'The database has tables of something else than Heyword. Give it one of its own.',
  );
}
