import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Folder of the package: where `dist/`, `flows/` and `bin/` are. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

let build: Promise<unknown> | null = null;

/** Builds what `npm start` would build, once for each test process; rejects with the compiler's words. */
export async function buildOnce(): Promise<void> {
  build ??= promisify(execFile)(process.execPath, ['scripts/build.js'], { cwd: root });
  await build;
}
