import Sqlite, { type Database } from 'better-sqlite3';
import { toRefusal } from './faults.js';
import { refuseUnknown } from './migrations.js';
import { readSchemaVersion } from './schema-version.js';

/**
 * Opens a database file to be looked at and no more: nothing in it is changed, its schema stays as old as it is, and a
 * server may go on writing to it. Throws `CannotOpenStore` for what is no database of ours, or newer than we are.
 */
export function openReadOnly(path: string): Database {
  let client: Database | null = null;
  try {
    client = new Sqlite(path, { readonly: true, fileMustExist: true });
    refuseUnknown(readSchemaVersion(client), path);
    return client;
  } catch (fault) {
    client?.close();
    throw toRefusal(path, fault);
  }
}
