import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { CannotOpenStore } from '../cannot-open.js';
import { toRefusal } from './faults.js';
import { largestLog } from './log-watch.js';
import { bringUpToDate } from './migrations.js';
import { readPages } from './integrity.js';
import { mendWords, type WordTable } from './search/mending.js';

/** Up to this size, in bytes, a file is checked page by page at every start; a larger one would take seconds. */
const fullyChecked = 256 * 1024 * 1024;

/** First SQLite without the bug by which two connections could corrupt a WAL: https://sqlite.org/wal.html#walresetbug */
const oldestSqlite = [3, 51, 3] as const;

/** Set on every connection and read back: SQLite forgets most of them when a file is closed, and ignores what it cannot do. */
const settings = {
  journal_mode: 'wal',
  // 2 is FULL: with less, a power cut takes back what we have acknowledged (P1).
  synchronous: 2,
  foreign_keys: 1,
  // Deleted words are overwritten with zeros (P11).
  secure_delete: 1,
  busy_timeout: 5000,
  // 16 MB between checkpoints: fewer of them, each writing a page once that changed many times.
  wal_autocheckpoint: 4000,
  journal_size_limit: largestLog,
  cache_size: -65_536,
} as const;

/**
 * Opens the database file with every setting that our promises rest on, and its schema up to date. Throws
 * `CannotOpenStore`, before anything is changed, for a file that is damaged, not ours, not writable, or newer than we are.
 * Where only the index of words is broken, it is made anew.
 */
export function openConnection(path: string): Database {
  let client: Database | null = null;
  try {
    createFile(path);
    client = new Sqlite(path, { timeout: settings.busy_timeout });
    refuseOldSqlite(client);
    const broken = refuseDamage(client, path);
    bringUpToDate(client, path, () => applySettings(client as Database));
    for (const table of broken) mendWords(client, table);
    return client;
  } catch (fault) {
    client?.close();
    throw toRefusal(path, fault);
  }
}

/** Readable by nobody else: it holds what people said. SQLite gives the files beside it the same permissions. */
function createFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  }
}

function refuseOldSqlite(client: Database): void {
  const version = String(client.prepare('SELECT sqlite_version()').pluck().get());
  if (isAtLeast(version.split('.').map(Number), oldestSqlite)) return;
  const message = `SQLite ${version} can corrupt a database that two processes use; ${oldestSqlite.join('.')} or later is needed.`;
  throw new CannotOpenStore('unsafe', message);
}

function isAtLeast(version: readonly number[], oldest: readonly number[]): boolean {
  const place = oldest.findIndex((part, at) => part !== version[at]);
  return place === -1 || (version[place] ?? 0) > (oldest[place] ?? 0);
}

/** Word tables whose index is broken; whatever else is, is refused. */
function refuseDamage(client: Database, path: string): readonly WordTable[] {
  // What is no database at all is found anyway, as soon as its schema is read.
  if (statSync(path).size > fullyChecked) return [];
  const { damage, brokenWords } = readPages(client, 'quick_check');
  if (damage[0] === undefined) return brokenWords;
  const message = `${path} is damaged (${damage[0]}). Restore a backup; the file was left as it is.`;
  throw new CannotOpenStore('corrupt', message);
}

function applySettings(client: Database): void {
  for (const [name, value] of Object.entries(settings)) {
    client.pragma(`${name} = ${value}`);
    const actual = client.pragma(name, { simple: true });
    if (actual === value) continue;
    const message = `SQLite did not accept ${name} = ${value}; it has ${String(actual)}. Without it our promises do not hold.`;
    throw new CannotOpenStore('unsafe', message);
  }
}
