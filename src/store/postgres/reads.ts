import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { prepareReads, type StoreReads } from '../queries/reads.js';
import { asShared, type SharedDatabase } from '../queries/shared-database.js';
import { makesUnavailable, toUnavailable } from './faults.js';
import { sharedTables } from './tables.js';

/** All questions to the store, each a named statement of whichever connection is free. Reject with `StoreUnavailable`. */
export function openReads(pool: pg.Pool): StoreReads {
  return prepareReads(forReading(pool), sharedTables);
}

/** What questions are asked of. Rejects with `StoreUnavailable`. */
export function forReading(pool: pg.Pool): SharedDatabase {
  return asShared(drizzle(translateFaults(pool)));
}

/** All that Drizzle needs of a pool for reading, with faults as callers of the port know them. */
function translateFaults(pool: pg.Pool): pg.Pool {
  const query = async (config: pg.QueryArrayConfig, values: unknown[]) => {
    try {
      return await pool.query(config, values);
    } catch (fault) {
      throw makesUnavailable(fault) ? toUnavailable(fault) : fault;
    }
  };
  return { query } as unknown as pg.Pool;
}
