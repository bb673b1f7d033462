import { realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixFiles } from '../../flow/fix/fix-files.js';
import { nameFiles } from '../../flow/fix/name-files.js';
import { exists } from '../exists.js';
import type { FolderReading } from '../read-folder.js';

/** One thing that `--fix` changed. */
export interface Change {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

export interface Fixing {
  readonly changes: readonly Change[];
}

export const nothingFixed: Fixing = { changes: [] };

/** Mends what has one sure mending, in the files themselves. */
export async function fixFolder({ folder, files }: FolderReading): Promise<Fixing> {
  const changes: Change[] = [];
  for (const { file, fixes } of fixFiles(files)) {
    // A link stays a link: what it leads to is written.
    await writeFile(await realpath(join(folder, file.path)), file.text);
    changes.push(
      ...fixes.map(({ code, place, message }) => ({ file: file.path, line: place.line, code, message })),
    );
  }
  return { changes };
}

/** Calls files as the flows in them are called. */
export async function renameFiles({ folder, files, ...read }: FolderReading): Promise<Fixing> {
  const changes: Change[] = [];
  const paths = files.map(({ path }) => path);
  for (const { from, to, line } of nameFiles(read, paths)) {
    if (await exists(join(folder, to))) continue;
    await rename(join(folder, from), join(folder, to));
    changes.push({ file: from, line, code: 'file-name', message: `called the file ${to}` });
  }
  return { changes };
}

export function describeFixing({ changes }: Fixing, folder: string): string {
  return changes.map(({ file, line, message }) => `fixed ${folder}/${file}:${line}: ${message}`).join('\n');
}
