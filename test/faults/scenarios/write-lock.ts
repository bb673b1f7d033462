import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { Scenario } from '../scenario.js';
import { type Trouble, trouble } from './troubled.js';

/** A second process that writes; where it takes longer than the server waits (5 s), webhooks are refused. */
function otherWriter(lasts: number): Trouble {
  let file: Sqlite.Database | null = null;
  return {
    strike: ({ databaseUrl }) => {
      file = new Sqlite(fileURLToPath(new URL(databaseUrl)), { timeout: 10_000 });
      file.exec('BEGIN IMMEDIATE');
    },
    lift: () => {
      file?.exec('ROLLBACK');
      file?.close();
    },
    lasts,
  };
}

export const writeLock: Scenario = {
  name: 'write-lock',
  rows: [7],
  title: 'Another process holds the write lock, for less and for more time than the server waits for it',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  run: (setting) => trouble(setting, { troubles: [otherWriter(12_000), otherWriter(1_000)], isFelt: false }),
};
