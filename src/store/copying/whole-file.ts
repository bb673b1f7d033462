import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** There is a file of that name already; nothing was written. */
export class FileExists extends Error {
  override readonly name = 'FileExists';
  readonly code = 'file_exists';
  readonly retryable = false;
}

/**
 * Lets `write` fill a new, empty file that only we can read, and gives it its name when it is whole and on disk: whoever
 * finds a file of that name has all of it. Where `write` fails, nothing is left. Throws `FileExists` rather than replace
 * anything.
 */
export async function writeWholeFile<T>(path: string, write: (partial: string) => Promise<T>): Promise<T> {
  const partial = createPartial(path);
  try {
    const result = await write(partial);
    sync(partial);
    giveName(partial, path);
    return result;
  } finally {
    for (const beside of ['', '-wal', '-shm', '-journal']) rmSync(`${partial}${beside}`, { force: true });
  }
}

/** One that is there is being written by somebody else, or was left by a process that was killed: not ours to judge. */
function createPartial(path: string): string {
  const partial = `${path}.partial`;
  if (existsSync(path))
    throw new FileExists(`There is a file ${path} already: name another, or move it away.`);
  try {
    closeSync(openSync(partial, 'wx', 0o600));
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
    throw new FileExists(`${partial} is being written. If nobody does any more, remove it and try again.`);
  }
  return partial;
}

function giveName(partial: string, path: string): void {
  if (existsSync(path)) throw new FileExists(`Meanwhile ${path} came to be: nothing was written.`);
  renameSync(partial, path);
  sync(dirname(path));
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
