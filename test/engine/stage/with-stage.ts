import { test } from 'vitest';
import { Stage } from './stage.js';
import { studioFiles } from './studio-files.js';

/** Tests that each have a studio of their own, with an engine that runs. */
export const it = test.extend<{ readonly stage: Stage }>({
  stage: async ({}, use) => {
    const stage = await Stage.open({ files: studioFiles() });
    await use(stage);
    await stage.close();
  },
});
