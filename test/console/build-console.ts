import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const configFile = fileURLToPath(new URL('../../src/console/vite.config.ts', import.meta.url));

/** Builds the web pages as they are shipped into a new temporary folder, and returns it. */
export async function buildConsole(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'heyword-console-'));
  // The test runner's own NODE_ENV would make Vite bundle the development build of React.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile, logLevel: 'warn', build: { outDir } });
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
  return outDir;
}
