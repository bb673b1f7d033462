import { createReadStream } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { Issue } from '../flow/issue.js';
import type { SourceFile } from '../flow/yaml/source-file.js';

/** A little more than a flow file may have: enough for the checker to see that one is too big, however big it is. */
const MOST_BYTES = 300 * 1024;
/** Folders of workspaces, with some folders in them. */
const MOST_DEPTH = 4;
/** A list of a million codes; of a longer one the reader sees that it goes on. */
const MOST_LIST_BYTES = 16 * 1024 * 1024;
const FLOW_FILE = /\.ya?ml$/i;
const LIST_FILE = /\.txt$/;

/** Whether a file of that name is read. */
export function isFlowFile(path: string): boolean {
  return FLOW_FILE.test(path) || LIST_FILE.test(path);
}

/** What a folder of flows holds, and what of it cannot be read. */
export interface FlowFolder {
  /** In the order of their paths. */
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
}

/**
 * Reads all `.yaml`, `.yml` and `.txt` files under a folder, those in hidden folders excepted; null: there is no such folder.
 * A link may lead to a file elsewhere in the folder (as in a mounted Kubernetes config map), never out of it.
 */
export async function readFlowFolder(folder: string): Promise<FlowFolder | null> {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory()) return null;
  const found: (SourceFile | Issue)[] = [];
  for await (const one of readUnder(root, '')) found.push(one);
  return {
    files: found.filter((one) => 'text' in one),
    issues: found.filter((one) => 'code' in one),
  };
}

async function* readUnder(root: string, folder: string): AsyncGenerator<SourceFile | Issue> {
  for (const entry of await listEntries(join(root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (path.split('/').length < MOST_DEPTH) yield* readUnder(root, path);
      else yield unreadable(path, `Folders are read ${MOST_DEPTH} levels deep.`, 'Move its files up.');
    } else if (isFlowFile(path)) {
      yield await readInside(root, path);
    } else if (entry.isSymbolicLink() && (await isFolder(join(root, path)))) {
      yield unreadable(path, 'A link to a folder is not followed.', 'Put the folder itself here.');
    }
  }
}

/** Hidden ones excepted: editors and config maps keep their own things there. */
async function listEntries(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readInside(root: string, path: string): Promise<SourceFile | Issue> {
  try {
    const file = await realpath(join(root, path));
    if (relative(root, file).startsWith(`..${sep}`)) {
      return unreadable(path, 'This link leads out of the folder.', 'Put the file itself here.');
    }
    const found = await stat(file);
    if (!found.isFile()) return unreadable(path, 'This is not a file.');
    const most = LIST_FILE.test(path) ? MOST_LIST_BYTES : MOST_BYTES;
    const text = await readText(createReadStream(file, { end: most - 1 }));
    return { path, text, ...(found.size > most ? { isCut: true } : {}) };
  } catch (error) {
    return unreadable(path, `This file cannot be read (${codeOf(error)}).`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function unreadable(file: string, message: string, hint: string | null = null): Issue {
  return { file, line: 1, column: 1, code: 'unreadable-file', severity: 'error', message, allowed: [], hint };
}
