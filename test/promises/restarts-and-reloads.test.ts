import { describe, expect, it } from 'vitest';
import { runHistories } from './run-histories.js';

describe('every promise is kept', () => {
  it('when processes are killed and flows are edited in the middle of a chat', async () => {
    const emphasis = { delivers: 20, repeats: 2, person: 2, waits: 4, reloads: 4, restarts: 3, stops: 1 };
    const atLeast = { sendsCutOffByAKill: 15, runsAcrossAReload: 6, unknownSends: 10 };
    await expect(runHistories({ histories: 100, emphasis, atLeast })).resolves.toBeUndefined();
  }, 120_000);
});
