import { expect } from 'vitest';
import type { Stage } from '../e2e/driver/stage.js';

/** Until nothing waits to go out: a send of unknown fate holds its conversation back for half a minute. */
export async function drain(stage: Stage): Promise<void> {
  const waiting = async () => (await stage.figures()).get('heyword_backlog{of="queued_messages"}');
  await expect.poll(waiting, { timeout: 60_000, interval: 250 }).toBe(0);
}
