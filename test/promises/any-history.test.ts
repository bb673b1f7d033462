import { describe, expect, it } from 'vitest';
import { runHistories } from './run-histories.js';

describe('every promise is kept', () => {
  it('in any history', async () => {
    const emphasis = { delivers: 20, repeats: 2, person: 5, waits: 6, reloads: 1, restarts: 1, stops: 1 };
    const atLeast = { events: 1_500, sends: 750, timersFired: 25, topicGrants: 1, sendsTriedAgain: 25 };
    await expect(runHistories({ histories: 200, emphasis, atLeast })).resolves.toBeUndefined();
  }, 120_000);
});
