import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { lockSpace } from '../postgres/advisory-locks.js';
import { openClient } from '../postgres/connection.js';
import { toRefusal } from '../postgres/faults.js';
import { bringUpToDate } from '../postgres/migrations.js';
import { suppressions } from '../postgres/schema/consent.js';
import { erasures } from '../postgres/schema/erasures.js';
import { meta } from '../postgres/schema/meta.js';
import type { Patience } from '../postgres/session.js';
import { postgresTables, sharedTables } from '../postgres/tables.js';
import { prepareReads } from '../queries/reads.js';
import { asShared, type SharedDatabase } from '../queries/shared-database.js';
import type { CopySource, CopyTarget } from './copy-ends.js';
import { CopyRefused } from './copy-refused.js';
import { createEndReads } from './end-reads.js';
import type { ForgottenTables } from './forgotten.js';

export const postgresCopiedTables = { ...postgresTables, suppressions, erasures };

/** As shared queries take them, for the reason and with the test of `sharedTables`. */
export const sharedForgottenTables = { erasures, suppressions, meta } as unknown as ForgottenTables;

/** Nobody waits for a copy; between two statements the other end is at work. */
const patience: Patience = { statement: 0, lock: 5000, betweenStatements: 0 };

type Query = (config: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;

export interface PostgresEnd {
  readonly query: Query;
  readonly db: SharedDatabase;
  /** What source and target have in common. */
  readonly common: Pick<
    CopySource & CopyTarget,
    'readMeta' | 'count' | 'readAfter' | 'verifyLedger' | 'close'
  >;
}

/**
 * Opens a PostgreSQL database as one end of a copy, its schema brought up to date, on one connection. Rejects, then and
 * later, with `CannotOpenStore` or `StoreUnavailable`.
 */
export async function openPostgresEnd(url: string): Promise<PostgresEnd> {
  try {
    await bringUpToDate(url);
    const client = await openClient(url, patience);
    const query = translateFaults(client, url);
    const db = asShared(drizzle({ query } as unknown as pg.Client));
    const reads = prepareReads(db, sharedTables);
    const endReads = createEndReads(db, postgresCopiedTables, sharedForgottenTables.meta);
    const common = { ...endReads, verifyLedger: () => reads.verifyLedger(), close: () => client.end() };
    return { query, db, common };
  } catch (fault) {
    throw toRefusal(url, fault);
  }
}

function translateFaults(client: pg.Client, url: string): Query {
  return async (config, values) => {
    try {
      return await client.query(config as string, values);
    } catch (fault) {
      throw toRefusal(url, fault);
    }
  };
}

/** Every server holds a lock as long as it lives. Throws `CopyRefused` where there is one, and closes the end. */
export async function refuseServed({ query, common }: PostgresEnd, what: 'source' | 'target'): Promise<void> {
  const { rows } = await query(
    `select 1 from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
       and database = (select oid from pg_database where datname = current_database())
       and classid = $1::bigint::oid limit 1`,
    [lockSpace.processes],
  );
  if (rows.length === 0) return;
  await common.close();
  throw new CopyRefused('in_use', `A Heyword server uses the ${what}. Stop every one of them first.`);
}
