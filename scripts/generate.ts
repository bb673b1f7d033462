// Writes what is generated from the source and kept beside it for readers: run it when a test says that a page is old.
//
//     npm run generate

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from '../src/flow/generated-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const [path, text] of generatedFiles()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
