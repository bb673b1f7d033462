import type { Piecewise } from '../flow/piecewise.js';

/** Resolves when everybody else has had their turn. */
export type Turn = () => Promise<unknown>;

/** Does work of which nobody else has to wait for more than a piece. */
export async function inTurns<Result>(work: Piecewise<Result>, turn: Turn): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await turn();
  }
}
