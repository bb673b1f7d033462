import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, whose real rules are tried on planted files. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes files (path → text) into a temporary folder that looks like the repository: same package.json, same
 * packages, same compiler options. Trespassers live there, so that none of them is in the repository itself.
 */
export function plantHouse(files: Readonly<Record<string, string>>): string {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'heyword-house-')));
  symlinkSync(join(repository, 'node_modules'), join(house, 'node_modules'));
  symlinkSync(join(repository, 'package.json'), join(house, 'package.json'));
  const compiler = { extends: join(repository, 'tsconfig.json'), include: ['src', 'test'] };
  writeFileSync(join(house, 'tsconfig.json'), JSON.stringify(compiler));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}
