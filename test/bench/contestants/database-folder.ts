import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder.js';

/** A folder for a database that is not there yet. */
interface DatabaseFolder {
  readonly file: string;
  /** As `DATABASE_URL` says it. */
  readonly databaseUrl: string;
  remove(): void;
}

export function makeDatabaseFolder(): DatabaseFolder {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'bench.db');
  return { file, databaseUrl: `file:${file}`, remove: () => removeTemporaryFolder(folder) };
}
