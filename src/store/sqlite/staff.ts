import { asShared } from '../queries/shared-database.js';
import type { Staff } from '../staff.js';
import { prepareStaff } from '../staffing/prepare-staff.js';
import { runAtOnce } from '../staffing/transaction.js';
import type { Drizzle } from './binding.js';
import type { Write } from './group-commit.js';
import { sqliteTables } from './tables.js';

export function prepareSqliteStaff(drizzle: Drizzle, write: Write): Staff {
  const db = asShared(drizzle);
  return prepareStaff(db, sqliteTables, (work) => write(() => runAtOnce(work(db))));
}
