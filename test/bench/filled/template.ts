import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besideThis } from '../processes.js';
import { buildFilled, type Show } from './build.js';

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
    this.#file = join(tmpdir(), `heyword-bench-${schemaKey()}-${String(contacts)}.db`);
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
    if (!existsSync(this.#file)) await this.#build(show);
    show('copying the file', 0);
    const folder = mkdtempSync(join(tmpdir(), 'heyword-bench-filled-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    this.#copy = join(folder, 'bench.db');
    await copyFile(this.#file, this.#copy);
    await flush(this.#copy);
  }

  /** This run's copy. What each round adds to it is little beside what it has. */
  get copy(): string {
    if (this.#copy === null) throw new Error('It is not prepared.');
    return this.#copy;
  }

  async #build(show: Show): Promise<void> {
    const unfinished = `${this.#file}.unfinished`;
    rmSync(unfinished, { force: true });
    await buildFilled(unfinished, this.#contacts, show);
    renameSync(unfinished, this.#file);
  }
}

/** Another schema, or another way to fill it, needs another template. */
function schemaKey(): string {
  const hash = createHash('sha256');
  for (const folder of [besideThis('../../migrations/sqlite'), besideThis('filled')])
    for (const name of readdirSync(folder).sort())
      if (statSync(join(folder, name)).isFile()) hash.update(readFileSync(join(folder, name)));
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
