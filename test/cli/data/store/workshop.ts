import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeCheckCommand } from '../../../../src/cli/data/store/check.js';
import { createStoreBackupCommand } from '../../../../src/cli/data/store/backup.js';
import { createStoreCopyCommand } from '../../../../src/cli/data/store/copy.js';
import { storeErasuresCommand } from '../../../../src/cli/data/store/erasures.js';
import { createStoreRestoreCommand } from '../../../../src/cli/data/store/restore.js';
import { openSqliteStore } from '../../../../src/store/sqlite/open.js';
import type { Store } from '../../../../src/store/store.js';
import { consenting } from '../../../store/contract/consent.js';
import { noon, writes } from '../../../store/contract/world.js';
import { scratchFolder } from '../../../store/sqlite/scratch.js';
import { run, type Run } from '../../memory-terminal.js';

/** A folder with a database in it, and whoever calls the commands there. */
export class Workshop {
  readonly folder = scratchFolder();
  /** What was shown while a command ran. */
  shown = '';

  path(name: string): string {
    return join(this.folder, name);
  }

  files(): readonly string[] {
    return readdirSync(this.folder);
  }

  /** With DATABASE_URL as that file. */
  call(database: string, ...args: readonly string[]): Promise<Run> {
    return this.callAt(`file:${this.path(database)}`, ...args);
  }

  callAt(address: string, ...args: readonly string[]): Promise<Run> {
    const stream = { write: (text: string) => (this.shown += text) };
    const commands = [
      storeCheckCommand,
      createStoreBackupCommand(stream),
      createStoreRestoreCommand(stream),
      storeErasuresCommand,
      createStoreCopyCommand(stream),
    ];
    return run(commands, args, { environment: { DATABASE_URL: address } });
  }

  /** Opens the database for as long as it is used. */
  async use<T>(database: string, work: (store: Store) => Promise<T>): Promise<T> {
    const store = openSqliteStore({ path: this.path(database), newId: randomUUID });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
}

/** Someone writes; "stop", "yes" and the like are understood. */
export async function say(store: Store, contact: string, text: string, at = 0): Promise<void> {
  await store.apply([writes(text, { contact, at: noon + at })], consenting);
}

export async function contactIdOf(store: Store, contact: string): Promise<string> {
  const found = await store.readContact(`studio_ig/${contact}`);
  if (found === null) throw new Error(`Nobody is called ${contact}.`);
  return found.id;
}

export async function erase(store: Store, contact: string): Promise<void> {
  await store.erase(await contactIdOf(store, contact), noon);
}
