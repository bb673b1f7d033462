import { rmSync } from 'node:fs';
import { closeLog, inspectBackup } from '../sqlite/backup.js';
import { copyStore, type CopyProgress } from './copy-store.js';
import { openPostgresSnapshot } from './postgres-source.js';
import { openSqliteTarget } from './sqlite-target.js';

/**
 * Writes everything that is committed in a PostgreSQL database, as of one moment, into the empty file `file`: the same
 * kind of backup as SQLite's. Servers may go on. Rejects with `CannotOpenStore`, `CopyRefused`, `StoreUnavailable`.
 */
export async function backUpPostgres(
  url: string,
  file: string,
  onProgress: (progress: CopyProgress) => void,
): Promise<void> {
  const source = await openPostgresSnapshot(url);
  try {
    const target = openSqliteTarget(file);
    try {
      await copyStore(source, target, onProgress);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
    rmSync(`${file}.lock`, { force: true });
  }
  closeLog(file);
  inspectBackup(file);
}
