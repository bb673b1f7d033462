import { setImmediate as turn } from 'node:timers/promises';
import type { Piecewise } from '../flow/piecewise.js';

/** Does a piece in each turn of the event loop, so that nobody else waits for more than a piece. */
export async function inTurns<Result>(work: Piecewise<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await turn();
  }
}
