import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PostgresServer } from '../postgres/postgres-server.js';

export const engineNames = ['sqlite', 'postgres'] as const;

export type EngineName = (typeof engineNames)[number];

/** What servers keep everything in, and how to have it empty. */
export interface TestEngine {
  readonly name: EngineName;
  /** As DATABASE_URL names it; of SQLite a file in that folder, which goes with it. */
  readonly createDatabase: (folder: string) => Promise<string>;
  /** The server that has the databases, where a scenario may stop it; null: there is none, or it is others' too. */
  readonly server: PostgresServer | null;
}

export const sqlite: TestEngine = {
  name: 'sqlite',
  createDatabase: (folder) => Promise.resolve(pathToFileURL(join(folder, 'heyword.db')).href),
  server: null,
};
