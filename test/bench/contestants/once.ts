import type { Contestant, Running } from './contestant.js';

/** Starts a contestant, does something with it, and stops it whatever comes of that. */
export async function once<Result>(
  contestant: Pick<Contestant, 'start'>,
  act: (running: Running) => Promise<Result>,
): Promise<Result> {
  const running = await contestant.start();
  try {
    return await act(running);
  } finally {
    await running.stop();
  }
}
