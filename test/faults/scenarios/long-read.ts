import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** Somebody reads the file, for a backup perhaps, and takes their time. */
function reader(): Trouble {
  let file: Sqlite.Database | null = null;
  return {
    strike: (scene) => {
      file = new Sqlite(pathOf(scene), { readonly: true, timeout: 10_000 });
      file.exec('BEGIN');
      file.prepare('SELECT count(*) FROM messages').get();
    },
    lift: () => {
      file?.exec('COMMIT');
      file?.close();
    },
    lasts: 2_000,
  };
}

function pathOf({ databaseUrl }: Scene): string {
  return fileURLToPath(new URL(databaseUrl));
}

export const longRead: Scenario = {
  name: 'long-read',
  rows: [8],
  title: 'A long read keeps the write-ahead log from being reset',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  run: (setting) => trouble(setting, { troubles: [reader()], isFelt: false }),
};
