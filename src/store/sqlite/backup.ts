import Sqlite from 'better-sqlite3';
import { CannotOpenStore } from '../cannot-open.js';
import { toRefusal } from './faults.js';
import { findDamage } from './integrity.js';
import { openReadOnly } from './read-only.js';

/**
 * Writes everything that is committed in the database at `path` into the empty file `file`, as of one moment. A server
 * may go on: it is neither waited for nor held up, though its log cannot be emptied until we are done. The copy is
 * packed afresh, row by row, so nothing of what was erased can be left between its rows.
 *
 * Then the copy is read from end to end: throws `CannotOpenStore` where it, and so the database, is damaged.
 */
export function backUpSqlite(path: string, file: string): void {
  const client = openReadOnly(path);
  try {
    client.prepare('VACUUM INTO ?').run(file);
  } catch (fault) {
    throw toRefusal(path, fault);
  } finally {
    client.close();
  }
  inspectBackup(file);
}

/** Throws `CannotOpenStore` where the file of a backup is damaged, or none of ours. */
export function inspectBackup(file: string): void {
  const client = openReadOnly(file);
  try {
    const [damage] = findDamage(client);
    if (damage !== undefined) throw new CannotOpenStore('corrupt', `${file} is no good copy. ${damage}`);
  } catch (fault) {
    throw toRefusal(file, fault);
  } finally {
    client.close();
  }
}

/** Makes a database that nobody uses one file, which needs no other beside it to be read. */
export function closeLog(file: string): void {
  const client = new Sqlite(file);
  client.pragma('journal_mode = delete');
  client.close();
}
