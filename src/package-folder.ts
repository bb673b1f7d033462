import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The package's own folder, where `migrations/` and `dist/` are. Sources and bundles lie at different depths in it, so it
 * is looked for upwards.
 */
export const packageFolder = folderAbove(fileURLToPath(import.meta.url));

function folderAbove(path: string): string {
  const folder = dirname(path);
  if (folder === path)
    throw new Error('Heyword runs outside of its package: there is no package.json above it.');
  return existsSync(join(folder, 'package.json')) ? folder : folderAbove(folder);
}
