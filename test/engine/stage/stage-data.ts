import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import type { Random } from '../../../src/store/random.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { Store } from '../../../src/store/store.js';
import { takeMigratedDatabase } from '../../postgres/recycled-database.js';

/** What a store takes from outside, so that each run of a test takes the same steps. */
export interface StoreChance {
  readonly newId: () => string;
  readonly random: Random;
}

/** What the processes of a stage keep, one after another. */
export interface StageData {
  open(chance: StoreChance): Promise<Store>;
  remove(): Promise<void>;
}

/** New data on the engine of this run. */
export function createStageData(): Promise<StageData> {
  return inject('engine') === 'sqlite' ? Promise.resolve(createFile()) : takeDatabase();
}

/** What is tried here is not the disk: memory is as good, and quicker. */
const folderOfFolders = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

function createFile(): StageData {
  const folder = mkdtempSync(join(folderOfFolders, 'heyword-stage-'));
  return {
    open: (chance) => Promise.resolve(openSqliteStore({ path: join(folder, 'heyword.db'), ...chance })),
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

async function takeDatabase(): Promise<StageData> {
  const database = await takeMigratedDatabase();
  let processes = 0;
  return {
    open: (chance) => {
      processes += 1;
      const processName = `process-${processes}`;
      // One at a time: whoever has another name is gone.
      const absent = (names: readonly string[]) =>
        Promise.resolve(names.filter((name) => name !== processName));
      return openPostgresStore({
        url: database.url,
        ...chance,
        processName,
        presence: { absent, grace: () => Promise.resolve() },
        // The work is in this process, which is told of what is due by whoever commits it.
        announceDue: () => Promise.resolve(),
      });
    },
    remove: () => database.giveBack(),
  };
}
