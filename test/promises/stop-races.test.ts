import { describe, expect, it } from 'vitest';
import { runHistories } from './run-histories.js';

describe('every promise is kept', () => {
  it('when STOP and START meet messages in the queue and on the wire', async () => {
    const emphasis = { delivers: 20, repeats: 1, person: 4, waits: 3, reloads: 0, restarts: 1, stops: 5 };
    const atLeast = {
      stops: 200,
      stopsConfirmed: 25,
      stoppedInTheQueue: 25,
      stopsWithASendUnderWay: 10,
      starts: 50,
      answersAfterStop: 2,
    };
    await expect(runHistories({ histories: 150, emphasis, atLeast })).resolves.toBeUndefined();
  }, 120_000);
});
