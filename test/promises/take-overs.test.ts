import { describe, expect, it } from 'vitest';
import { runHistories } from './run-histories.js';

describe('every promise is kept', () => {
  it('when people take chats over, answer, and give them back', async () => {
    const emphasis = { delivers: 20, repeats: 1, person: 14, waits: 4, reloads: 0, restarts: 1, stops: 1 };
    const atLeast = { silencedByAPerson: 100, personsAnswers: 50, unknownSends: 20, settledByEcho: 20 };
    await expect(runHistories({ histories: 200, emphasis, atLeast })).resolves.toBeUndefined();
  }, 120_000);
});
