import { join } from 'node:path';
import { backUpSqlite } from '../sqlite/backup.js';
import type { CopyTarget } from './copy-ends.js';
import { copyStore, type CopyProgress, type CopyReport } from './copy-store.js';
import { forgetAgain } from './forget-again.js';
import type { Forgotten } from './forgotten.js';
import { openSqliteSource } from './sqlite-source.js';

export interface Restoring {
  /** The backup’s file; it is only read. */
  readonly backup: string;
  /** Where a working copy of it has room; an empty folder that only we can read, removed by the caller. */
  readonly folder: string;
  readonly target: CopyTarget;
  /** Whom to erase again; null: nobody. */
  readonly forgotten: Forgotten | null;
  /** Epoch ms. */
  readonly now: number;
  readonly newId: () => string;
  readonly onProgress: (progress: CopyProgress) => void;
}

export interface RestoreReport extends CopyReport {
  /** Contacts that the backup still had. */
  readonly erasedAgain: number;
}

/**
 * Makes an empty database out of a backup, on either engine. Whoever was erased since is erased in a working copy first,
 * so that the new database never knows of them. Throws `CannotOpenStore` and `CopyRefused`.
 */
export async function restoreBackup(parts: Restoring): Promise<RestoreReport> {
  const path = join(parts.folder, 'restoring.db');
  backUpSqlite(parts.backup, path);
  const { forgotten } = parts;
  const erasedAgain = forgotten === null ? 0 : await forgetAgain(path, { ...parts, forgotten });
  const source = openSqliteSource(path);
  try {
    return { ...(await copyStore(source, parts.target, parts.onProgress)), erasedAgain };
  } finally {
    await source.close();
  }
}
