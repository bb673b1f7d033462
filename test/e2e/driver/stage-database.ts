import { join } from 'node:path';
import { inject } from 'vitest';
import { createMigratedDatabase } from '../../postgres/test-database.js';

/** What the servers of a stage keep everything in. */
export interface StageDatabase {
  /** As DATABASE_URL names it. */
  readonly url: string;
  /** Removes it, whoever is connected. */
  drop(): Promise<void>;
}

/** An empty one on the engine of this run; on SQLite a file in `folder`, which goes with that. */
export function createStageDatabase(folder: string): Promise<StageDatabase> {
  if (inject('engine') === 'postgres') return createMigratedDatabase();
  return Promise.resolve({ url: `file:${join(folder, 'heyword.db')}`, drop: () => Promise.resolve() });
}
