import type { Budget } from '../core/channel-capabilities.js';

/**
 * What may still be sent of budgets that are counted over spans which slide: whichever moment one looks back from, no more
 * than so many lie in the last so long. Remembers as many sends as its largest budget has places.
 */
export class SlidingBudgets {
  readonly #budgets: readonly Budget[];
  readonly #most: number;
  /** When each of the last sends began, the earliest first. */
  #sends: readonly number[] = [];
  /** The last moment given to somebody who had to wait: the next one waits longer, so that they come one by one. */
  #promisedUntil = 0;

  constructor(budgets: readonly Budget[]) {
    this.#budgets = budgets;
    this.#most = Math.max(0, ...budgets.map(({ most }) => most));
  }

  /** What was sent before this was there to count it; in any order. */
  recall(moments: readonly number[]): void {
    const all = [...moments, ...this.#sends].sort((a, b) => a - b);
    this.#sends = all.slice(-this.#most);
  }

  /** When another one may go; null: now. */
  freeAt(now: number): number | null {
    const moments = this.#budgets.flatMap(({ most, per }) => {
      const before = this.#sends.at(-most);
      return before === undefined || before + per <= now ? [] : [before + per];
    });
    return moments.length === 0 ? null : Math.max(...moments);
  }

  take(now: number): void {
    if (this.#most > 0) this.#sends = [...this.#sends, now].slice(-this.#most);
  }

  /** A moment of their own for somebody who finds no place before `freeAt`. */
  promise(freeAt: number): number {
    const pause = Math.max(...this.#budgets.map(({ most, per }) => per / most));
    const moment = Math.max(freeAt, this.#promisedUntil);
    this.#promisedUntil = moment + pause;
    return Math.ceil(moment);
  }
}
