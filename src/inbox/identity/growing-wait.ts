import { RateLimiterMemory } from 'rate-limiter-flexible';

interface WaitRule {
  /** Attempts that cost no wait. */
  readonly free: number;
  /** The wait after the last of these, seconds; each failure more doubles it. */
  readonly first: number;
  readonly most: number;
  /** How long failures are remembered, seconds. */
  readonly memory: number;
}

const usual: WaitRule = { free: 5, first: 30, most: 900, memory: 3_600 };

/** Makes whoever guesses wait longer and longer. In memory: a new start forgives, as does getting it right. */
export class GrowingWait {
  readonly #rule: WaitRule;
  readonly #failures: RateLimiterMemory;
  readonly #waits: RateLimiterMemory;

  constructor(rule: WaitRule = usual) {
    this.#rule = rule;
    this.#failures = new RateLimiterMemory({ points: rule.free, duration: rule.memory });
    this.#waits = new RateLimiterMemory({ points: 0, duration: rule.most });
  }

  /**
   * Begins an attempt, which counts as a failure until it is forgiven: many at once are no more than as many in a row.
   * A number: seconds to wait first; it does not count then.
   */
  async attempt(key: string): Promise<number | null> {
    const wait = await this.#waits.get(key);
    if (wait !== null && wait.msBeforeNext > 0) return Math.ceil(wait.msBeforeNext / 1_000);
    const { consumedPoints } = await this.#failures.penalty(key);
    const { free, first, most } = this.#rule;
    if (consumedPoints >= free) {
      await this.#waits.block(key, Math.min(most, first * 2 ** (consumedPoints - free)));
    }
    return null;
  }

  async forgive(key: string): Promise<void> {
    await this.#failures.delete(key);
    await this.#waits.delete(key);
  }
}
