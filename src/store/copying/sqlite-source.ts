import type { CopySource } from './copy-ends.js';
import { openSqliteEnd } from './sqlite-end.js';

/** The database file at `path`, to be copied. Throws `CannotOpenStore`, also while a server uses it. */
export function openSqliteSource(path: string): CopySource {
  const { client, common } = openSqliteEnd(path);
  // All of it is read in one transaction: of what tools write beside us meanwhile, nothing is seen.
  client.exec('BEGIN');
  const lastNumber = client.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'conversations'").pluck();
  return { ...common, readLastNumber: () => Promise.resolve(Number(lastNumber.get() ?? 0)) };
}
