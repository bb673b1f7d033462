/** Repeatable chance: the same seed, the same course of things (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** Less than `limit`. */
  upTo(limit: number): number {
    return this.next() * limit;
  }

  among<T>(all: readonly [T, ...T[]]): T {
    return all[Math.floor(this.upTo(all.length))] ?? all[0];
  }
}
