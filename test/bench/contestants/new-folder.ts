import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a database. */
interface NewFolder {
  readonly file: string;
  /** As `DATABASE_URL` says it. */
  readonly databaseUrl: string;
  remove(): Promise<void>;
}

export async function newFolder(): Promise<NewFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'heyword-bench-db-'));
  const file = join(folder, 'bench.db');
  return { file, databaseUrl: `file:${file}`, remove: () => rm(folder, { recursive: true }) };
}
