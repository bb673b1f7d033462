import { vi } from 'vitest';

/** A point of a history. */
export interface Moment {
  /** Counts what is noted, so that of two things noted the earlier is known. */
  readonly place: number;
  /** Counts rounds of the event loop: what has the same one was on its way at the same time. */
  readonly turn: number;
  /** Epoch ms. */
  readonly at: number;
}

/** A longer one would ring at once. */
const longestTimer = 2_147_483_647;

/**
 * The clock and the timers in a test's hand: time passes when the test says so, from one timer to the next, and between
 * two of them everything happens that needs no time. Two runs of the same test take the same steps.
 */
export class VirtualTime {
  readonly #isBusy: () => boolean;
  #place = 0;
  #turn = 0;

  /** `isBusy` tells whether something is under way that ends without time passing. */
  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
  }

  start(at: number): void {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: at });
  }

  end(): void {
    vi.useRealTimers();
  }

  now(): number {
    return Date.now();
  }

  mark(): Moment {
    this.#place += 1;
    return { place: this.#place, turn: this.#turn, at: this.now() };
  }

  /** One round of the event loop. */
  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#turn += 1;
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    do await this.turn();
    while (this.#isBusy());
  }

  async pass(duration: number): Promise<void> {
    await this.settle();
    const end = new Bell();
    setTimeout(end.ring, Math.min(duration, longestTimer));
    while (!end.hasRung) await this.#ringNext();
    if (duration > longestTimer) await this.pass(duration - longestTimer);
  }

  /** Lets as much time pass as it takes. */
  async passUntil<T>(promise: Promise<T>): Promise<T> {
    const end = new Bell();
    const settled = promise.finally(end.ring);
    settled.catch(() => undefined);
    await this.settle();
    while (!end.hasRung) {
      if (vi.getTimerCount() === 0) throw new Error('It waits for something that no timer ends.');
      await this.#ringNext();
    }
    return settled;
  }

  async #ringNext(): Promise<void> {
    vi.advanceTimersToNextTimer();
    await this.settle();
  }
}

class Bell {
  #hasRung = false;

  get hasRung(): boolean {
    return this.#hasRung;
  }

  readonly ring = (): void => {
    this.#hasRung = true;
  };
}
