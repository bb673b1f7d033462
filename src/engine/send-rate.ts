/** So many in a second, of which one second's worth gathers at most: a quiet hour does not become a burst. */
export class SendRate {
  readonly #perSecond: number;
  #places: number;
  #refilledAt: number;
  /** The last moment given to somebody who had to wait: the next one waits a little longer, so that they come one by one. */
  #promisedUntil = 0;

  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond;
    this.#places = perSecond;
    this.#refilledAt = now;
  }

  /** Takes a place; a moment (epoch ms): none is free before then. */
  take(now: number): number | null {
    this.#refill(now);
    if (this.#places < 1) {
      this.#promisedUntil = Math.max(this.#promisedUntil, now) + 1000 / this.#perSecond;
      return Math.ceil(this.#promisedUntil);
    }
    this.#places -= 1;
    return null;
  }

  #refill(now: number): void {
    const passed = Math.max(0, now - this.#refilledAt);
    this.#places = Math.min(this.#perSecond, this.#places + (passed / 1000) * this.#perSecond);
    this.#refilledAt = now;
  }
}
