import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../command.js';
import { exists } from '../exists.js';

/** Files by path, as they are to be written. */
export type Files = Readonly<Record<string, string>>;

/** Writes all of them, or, where one is there already, none. Throws UsageError. Returns where they are now. */
export async function writeNewFiles(folder: string, files: Files): Promise<readonly string[]> {
  const written = Object.entries(files).map(([path, text]) => ({ path: join(folder, path), text }));
  for (const { path } of written) {
    if (await exists(path)) throw new UsageError(`There is a ${path} already; nothing was written.`);
  }
  for (const { path, text } of written) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  }
  return written.map(({ path }) => path);
}
