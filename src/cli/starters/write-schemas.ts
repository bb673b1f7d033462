import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileKinds, schemaFileName, schemaText } from '../../flow/schema/published.js';
import type { FileKind } from '../../flow/schema/published.js';

/** Hidden, so that nothing in it is taken for a workspace. */
const schemaFolder = '.schema';

/** The first line of a file at the root of a workspace: where an editor finds what may stand in it. */
export function schemaLine(kind: FileKind): string {
  return `# yaml-language-server: $schema=${schemaFolder}/${schemaFileName(kind)}\n`;
}

/** Puts the schemas of this version beside the files that they are for. Returns which have changed, or are new. */
export async function writeSchemas(folder: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const kind of fileKinds) {
    const path = join(folder, schemaFolder, schemaFileName(kind));
    const text = schemaText(kind);
    const before = await readFile(path, 'utf8').catch(() => null);
    if (before === text) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    written.push(path);
  }
  return written;
}
