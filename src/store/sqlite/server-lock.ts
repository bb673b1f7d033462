import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { CannotOpenStore } from '../cannot-open.js';
import { isBusy, toRefusal } from './faults.js';

/** Held by the one server process of a database file. */
export interface ServerLock {
  release(): void;
}

/**
 * Makes this process the only server of the database at `path`: two would each send the same messages. The lock is an
 * open transaction on a small file beside it, which the kernel ends with the process, however that ends. Tools that only
 * open the store need no lock. Throws `CannotOpenStore` when another process holds it.
 */
export function acquireServerLock(path: string): ServerLock {
  const lockPath = `${path}.lock`;
  const client = openLockFile(path, lockPath);
  try {
    begin(client, path);
    client.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL)');
    client.exec('DELETE FROM holder');
    client.prepare('INSERT INTO holder VALUES (?)').run(process.pid);
    client.exec('COMMIT');
    // A second transaction: in the first, nobody could have read who holds the lock.
    begin(client, path);
  } catch (fault) {
    client.close();
    throw toRefusal(lockPath, fault);
  }
  return { release: () => client.close() };
}

function openLockFile(path: string, lockPath: string): Database {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new Sqlite(lockPath, { timeout: 0 });
  } catch (fault) {
    throw toRefusal(lockPath, fault);
  }
}

function begin(client: Database, path: string): void {
  try {
    client.exec('BEGIN IMMEDIATE');
  } catch (fault) {
    if (!isBusy(fault)) throw fault;
    const message = `Another Heyword server (process ${readHolder(client)}) already uses ${path}. Stop it, or give this one a database of its own by DATABASE_URL.`;
    throw new CannotOpenStore('locked', message);
  }
}

function readHolder(client: Database): string {
  try {
    const pid = client.prepare('SELECT pid FROM holder').pluck().get();
    return typeof pid === 'number' ? `${pid}` : 'unknown';
  } catch {
    // It is just beginning: its first transaction hides the table.
    return 'unknown';
  }
}
