import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { asShared } from '../queries/shared-database.js';
import type { Staff } from '../staff.js';
import { prepareStaff } from '../staffing/prepare-staff.js';
import { runAwaited } from '../staffing/transaction.js';
import { lockSpace } from './advisory-locks.js';
import { inTransaction } from './in-transaction.js';
import { forReading } from './reads.js';
import { sharedTables } from './tables.js';
import { translateFaults } from './translate-faults.js';

/** One change at a time over all processes: people come and go seldom, and then nobody is to come in between. */
export function openStaff(pool: pg.Pool): Staff {
  return prepareStaff(forReading(pool), sharedTables, (work) =>
    translateFaults(
      inTransaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock($1, 0)', [lockSpace.staff]);
        return runAwaited(work(asShared(drizzle(client))));
      }),
    ),
  );
}
