import { describe, expect, it } from 'vitest';
import { runHistories } from './run-histories.js';

describe('every promise is kept', () => {
  it('in any history', async () => {
    const emphasis = { delivers: 20, repeats: 2, person: 5, waits: 6, reloads: 1, restarts: 1, stops: 1 };
    const atLeast = { events: 3_000, sends: 1_500, timersFired: 50, topicGrants: 1, sendsTriedAgain: 50 };
    await expect(runHistories({ histories: 350, emphasis, atLeast })).resolves.toBeUndefined();
  }, 120_000);
});
