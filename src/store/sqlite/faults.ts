import Sqlite from 'better-sqlite3';
import { CannotOpenStore } from '../cannot-open.js';
import { StoreUnavailable } from '../store.js';

/** Faults of the disk, of the file or of its locks: no statement is to blame, and none can be committed. */
const unavailable = [
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_NOTADB',
  'SQLITE_PROTOCOL',
  'SQLITE_READONLY',
];

/**
 * After a failed fsync the kernel may have dropped the pages and calls the next fsync good; what a corrupt file takes, it
 * may lose. Only a new process, which recovers from what is on disk, may write again.
 */
const final = ['SQLITE_CORRUPT', 'SQLITE_IOERR_DIR_FSYNC', 'SQLITE_IOERR_FSYNC', 'SQLITE_NOTADB'];

const damaged = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];
const forbidden = ['SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_READONLY'];

export function makesUnavailable(fault: unknown): boolean {
  return isOneOf(fault, unavailable);
}

export function isFinal(fault: unknown): boolean {
  return isOneOf(fault, final);
}

export function isBusy(fault: unknown): boolean {
  return isOneOf(fault, ['SQLITE_BUSY']);
}

/** What hindered a commit, as callers of the port know it. */
export function toUnavailable(fault: unknown): StoreUnavailable {
  const code = fault instanceof Sqlite.SqliteError ? fault.code : 'unknown';
  const why = isFinal(fault) ? 'will not write again before a restart' : 'cannot commit now';
  return new StoreUnavailable(`The database ${why} (${code}).`, { cause: fault });
}

/** What hindered the opening of `path`, in words; what was told so already passes as it is. */
export function toRefusal(path: string, fault: unknown): unknown {
  if (isOneOf(fault, damaged)) {
    const message = `${path} is damaged, or is no SQLite database. Restore a backup; the file was left as it is.`;
    return new CannotOpenStore('corrupt', message, fault);
  }
  if (isOneOf(fault, forbidden) || isForbiddenBySystem(fault)) {
    const message = `${path} cannot be written. The server needs to write to the file and to the folder it is in.`;
    return new CannotOpenStore('not_writable', message, fault);
  }
  return makesUnavailable(fault) ? toUnavailable(fault) : fault;
}

/** What Node says of files and folders: no permission, a read-only disk, a file where a folder is needed. */
const forbiddenBySystem = ['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS'];

function isForbiddenBySystem(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && forbiddenBySystem.some((code) => code === fault.code);
}

function isOneOf(fault: unknown, codes: readonly string[]): boolean {
  return fault instanceof Sqlite.SqliteError && codes.some((code) => fault.code.startsWith(code));
}
