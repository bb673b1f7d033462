import { join } from 'node:path';
import { buildOnce, root } from '../e2e/driver/build-once.js';

/** The folder of the web pages as they are shipped; built before, if anything of them has changed since. */
export async function builtConsole(): Promise<string> {
  await buildOnce();
  return join(root, 'dist/console');
}
