import { createHash } from 'node:crypto';
import { copyFile, open, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { ServerProcess } from '../../e2e/driver/server-process.js';
import { setImmutable, whyNotImmutable } from '../machine/immutable.js';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** Bytes of a page of the file. */
const page = 4096;
/** A refusal takes no longer than this, ms. */
const slowest = 60_000;

interface Spoiling {
  readonly spoil: (path: string) => Promise<unknown>;
  readonly mend: (path: string) => Promise<unknown>;
  /** What the server says of it. */
  readonly words: RegExp;
}

const damagedPages: Spoiling = {
  spoil: (path) => overwrite(path, 3 * page, Buffer.alloc(2 * page, 0xa5)),
  mend: (path) => copyFile(`${path}.good`, path),
  words: /is damaged/,
};

const noDatabase: Spoiling = {
  ...damagedPages,
  spoil: (path) => overwrite(path, 0, Buffer.from('This is a letter, not a database.'.repeat(4))),
};

const newer: Spoiling = {
  ...damagedPages,
  spoil: (path) => {
    const file = new Sqlite(path);
    file.prepare(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9e15)`).run();
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    return Promise.resolve();
  },
  words: /newer version/,
};

const immutable: Spoiling = {
  spoil: (path) => setImmutable(path, true),
  mend: (path) => setImmutable(path, false),
  words: /cannot be written/,
};

/** The server ends, its file is not what it must be, and the next one is to say so and leave it as it is. */
function spoilt({ spoil, mend, words }: Spoiling): Trouble {
  return {
    strike: async (scene) => {
      await scene.server.terminate();
      const path = pathOf(scene);
      await copyFile(path, `${path}.good`);
      await spoil(path);
    },
    look: async (scene) => {
      const before = await hashOf(pathOf(scene));
      const complaints = await isRefused(scene, words);
      const isUntouched = (await hashOf(pathOf(scene))) === before;
      return [
        ...complaints,
        ...(isUntouched ? [] : [`a file that is refused (${String(words)}) was changed`]),
      ];
    },
    lift: async (scene) => {
      await mend(pathOf(scene));
      await scene.start();
    },
    lasts: 0,
  };
}

/** Another server is started on the file of one that serves, which goes on. */
const second: Trouble = {
  strike: () => undefined,
  look: (scene) => isRefused(scene, /already uses/),
  lift: () => undefined,
  lasts: 0,
};

async function isRefused({ env }: Scene, words: RegExp): Promise<readonly string[]> {
  const server = await ServerProcess.spawn(env);
  const { code, output, took } = await server.ending();
  return [
    ...(code === 1 && words.test(output)
      ? []
      : [`a start ended with ${String(code)} and not in ${String(words)}: ${output}`]),
    ...(output.includes('    at ') ? ['a refused start shows a stack'] : []),
    ...(took < slowest ? [] : [`a start was refused after ${String(took)} ms only`]),
  ];
}

function pathOf({ databaseUrl }: Scene): string {
  return fileURLToPath(new URL(databaseUrl));
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function overwrite(path: string, from: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, from);
  await file.close();
}

export const refusedStarts: Scenario = {
  name: 'refused-starts',
  rows: [9, 10, 48],
  title:
    'The file is damaged, no database, newer, not to be written, or another server’s: refused in words, left as it is',
  engines: ['sqlite'],
  trials: { few: 5, record: 50 },
  missing: whyNotImmutable,
  run: (setting) => {
    const troubles = [damagedPages, noDatabase, newer, immutable].map(spoilt);
    return trouble(setting, { troubles: [second, ...troubles], isFelt: false });
  },
};
