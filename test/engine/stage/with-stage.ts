import { test } from 'vitest';
import type { SourceFile } from '../../../src/flow/yaml/source-file.js';
import { Stage } from './stage.js';
import { studioFiles } from './studio-files.js';

/** Tests that each have a studio of their own, with an engine that runs. */
export const it = withFiles(studioFiles());

/** The same with other files. */
export function withFiles(files: readonly SourceFile[]) {
  return test.extend<{ readonly stage: Stage }>({
    stage: async ({}, use) => {
      const stage = await Stage.open({ files });
      await use(stage);
      await stage.close();
    },
  });
}
