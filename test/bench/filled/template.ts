import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besideThis } from '../processes.js';
import { makeTemporaryFolder } from '../temporary-folder.js';
import { buildFilled, type Show } from './build.js';

/** How the names of all templates begin. */
const stem = 'heyword-bench-template-';

/** What a contact with ten messages takes, bytes, generously; its copy takes the same again. */
const bytesPerContact = 11_000;

/** Sorting an index needs room, too. */
const reserve = 2_000_000_000;

/** A SQLite file that has seen many contacts: made once, kept for later runs, copied for this one. */
export class FilledTemplate {
  readonly #contacts: number;
  readonly #file: string;
  #copy: string | null = null;

  constructor(contacts: number) {
    this.#contacts = contacts;
    this.#file = join(tmpdir(), `${stem}${schemaKey()}-${String(contacts)}.db`);
  }

  /** Why there is no room for it; null: there is. */
  missing(): string | null {
    if (this.#copy !== null) return null;
    const own = existsSync(this.#file) ? 0 : this.#contacts * bytesPerContact;
    const needed = own + this.#contacts * bytesPerContact + reserve;
    const { bavail, bsize } = statfsSync(tmpdir());
    const free = bavail * bsize;
    if (free >= needed) return null;
    return `it needs ${gigabytes(needed)} in the folder for temporary files, which has ${gigabytes(free)} left`;
  }

  /** Makes the template where it is missing, and this run's copy of it. */
  async prepare(show: Show): Promise<void> {
    const folder = makeTemporaryFolder();
    if (!existsSync(this.#file)) await this.#build(join(folder, 'template.db'), show);
    show('copying the file', 0);
    this.#copy = join(folder, 'bench.db');
    await copyFile(this.#file, this.#copy);
    await flush(this.#copy);
  }

  /** This run's copy. What each round adds to it is little beside what it has. */
  get copy(): string {
    if (this.#copy === null) throw new Error('It is not prepared.');
    return this.#copy;
  }

  /** In the place of those that an older schema has left. */
  async #build(unfinished: string, show: Show): Promise<void> {
    const ending = `-${String(this.#contacts)}.db`;
    for (const name of readdirSync(tmpdir()))
      if (name.startsWith(stem) && name.endsWith(ending)) rmSync(join(tmpdir(), name));
    await buildFilled(unfinished, this.#contacts, show);
    renameSync(unfinished, this.#file);
  }
}

/** Another schema, or another way to fill it, needs another template. */
function schemaKey(): string {
  const hash = createHash('sha256');
  for (const folder of [besideThis('../../migrations/sqlite'), besideThis('filled')])
    for (const name of readdirSync(folder).sort())
      if (/\.sql$|(?<!\.test)\.ts$/u.test(name)) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** So that the disk is idle again before anything is measured. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
