import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { GrowingWait } from './growing-wait.js';

/** Failures of one address, whoever it tries to be. */
const addressLimit = { points: 30, duration: 600 };

/** After so many within an hour, from wherever, each attempt at an account takes a second longer. */
const slowAfter = 20;
const slowBy = 1_000;

/**
 * How often one may be wrong. At the password a stranger must not be able to lock somebody out: an account is closed only
 * to the address that guesses, and for all others it becomes slow. A code is asked for only of who knew the password,
 * and has few possible values: there the account counts alone.
 */
export class SignInLimits {
  readonly #addresses = new RateLimiterMemory(addressLimit);
  readonly #accounts = new RateLimiterMemory({ points: slowAfter, duration: 3_600 });
  readonly #passwords = new GrowingWait();
  readonly #codes = new GrowingWait();
  readonly #pause: (milliseconds: number) => Promise<void>;

  constructor(pause: (milliseconds: number) => Promise<void>) {
    this.#pause = pause;
  }

  /** A number: seconds to wait before the next attempt. */
  async attemptPassword(email: string, address: string): Promise<number | null> {
    const wait = (await this.#waitOf(address)) ?? (await this.#passwords.attempt(pairOf(email, address)));
    if (wait !== null) return wait;
    const { consumedPoints } = await this.#accounts.penalty(email);
    if (consumedPoints > slowAfter) await this.#pause(slowBy);
    return null;
  }

  async passwordWasRight(email: string, address: string): Promise<void> {
    await this.#passwords.forgive(pairOf(email, address));
    await this.#accounts.reward(email);
    await this.#addresses.reward(address);
  }

  async attemptCode(userId: string, address: string): Promise<number | null> {
    return (await this.#waitOf(address)) ?? (await this.#codes.attempt(userId));
  }

  async codeWasRight(userId: string, address: string): Promise<void> {
    await this.#codes.forgive(userId);
    await this.#addresses.reward(address);
  }

  async #waitOf(address: string): Promise<number | null> {
    try {
      await this.#addresses.consume(address);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1_000);
      throw refusal;
    }
  }
}

function pairOf(email: string, address: string): string {
  return JSON.stringify([email, address]);
}
