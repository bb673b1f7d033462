import { setTimeout as pause } from 'node:timers/promises';
import type { ParsedUpdate } from '../channels/channel.js';
import type { AdmissionMetrics } from './metrics.js';
import { Overloaded } from './overloaded.js';
import { isStop } from './stop-updates.js';

/** All in updates, of which a delivery has up to a thousand. */
export interface AdmissionLimits {
  /** With the store at the same time. So few that what goes ahead of the others waits for few. */
  readonly underWay: number;
  /** Of those that wait for their turn: about two seconds of a small machine's work, and three of the largest deliveries. */
  readonly waiting: number;
  /** Of those that go ahead, with the store at the same time. */
  readonly ahead: number;
  /** Before a refusal is said, ms: whoever brings too much is slowed down, at the cost of a connection. */
  readonly refusalPause: number;
}

const admissionLimits: AdmissionLimits = {
  underWay: 256,
  waiting: 3_000,
  ahead: 4_000,
  refusalPause: 1_000,
};

/** What is with the store, and what waits for its turn, in updates. */
export interface Intake {
  readonly underWay: number;
  readonly waiting: number;
}

interface Waiting {
  readonly size: number;
  readonly since: number;
  readonly begin: () => void;
}

interface AdmissionParts {
  readonly limits?: AdmissionLimits;
  readonly metrics: AdmissionMetrics;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
}

/**
 * Lets deliveries to the store, few at a time, so that more of them than can be decided neither fill the memory nor hold up
 * those who want to be left alone: a delivery with a STOP in it waits for no other (P4). The others wait in turn, and are
 * refused when too many do: what is refused the platform delivers again, what is let in it would give up on.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #parts: AdmissionParts;
  readonly #queue: Waiting[] = [];
  #underWay = 0;
  #ahead = 0;
  #waiting = 0;

  constructor(parts: AdmissionParts) {
    this.#limits = parts.limits ?? admissionLimits;
    this.#parts = parts;
  }

  get intake(): Intake {
    return { underWay: this.#underWay + this.#ahead, waiting: this.#waiting };
  }

  /** Does the work when it is its turn. @throws {Overloaded} when too many wait already */
  async admit<T>(updates: readonly ParsedUpdate[], work: () => Promise<T>): Promise<T> {
    const { length: size } = updates;
    if (this.#queue.length === 0 && this.#hasRoomFor(size)) {
      this.#parts.metrics.deliveryAdmitted('at_once');
      return this.#do(size, work);
    }
    // Asked only now: nobody overtakes where nobody waits.
    if (updates.some(isStop)) return this.#goAhead(size, work);
    await this.#wait(size);
    return this.#do(size, work, true);
  }

  async #goAhead<T>(size: number, work: () => Promise<T>): Promise<T> {
    if (this.#ahead > 0 && this.#ahead + size > this.#limits.ahead) return this.#refuse();
    this.#parts.metrics.deliveryAdmitted('ahead');
    this.#ahead += size;
    try {
      return await work();
    } finally {
      this.#ahead -= size;
    }
  }

  #wait(size: number): Promise<void> {
    if (this.#waiting > 0 && this.#waiting + size > this.#limits.waiting) return this.#refuse();
    this.#waiting += size;
    const since = this.#parts.elapsed();
    return new Promise((begin) => this.#queue.push({ size, since, begin }));
  }

  /** `isCounted`: its room was taken when its turn came, before anybody else could. */
  async #do<T>(size: number, work: () => Promise<T>, isCounted = false): Promise<T> {
    if (!isCounted) this.#underWay += size;
    try {
      return await work();
    } finally {
      this.#underWay -= size;
      this.#letIn();
    }
  }

  #letIn(): void {
    const { metrics, elapsed } = this.#parts;
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      if (!this.#hasRoomFor(next.size)) return;
      this.#queue.shift();
      this.#waiting -= next.size;
      this.#underWay += next.size;
      metrics.deliveryAdmitted('after_waiting');
      metrics.deliveryWaited((elapsed() - next.since) / 1_000);
      next.begin();
    }
  }

  /** One that is larger than all of the room comes alone. */
  #hasRoomFor(size: number): boolean {
    return this.#underWay === 0 || this.#underWay + size <= this.#limits.underWay;
  }

  /**
   * Not at once: who is refused at once delivers the next at once, and a process that only takes in and refuses never comes
   * to deciding what was let in.
   */
  async #refuse(): Promise<never> {
    this.#parts.metrics.deliveryAdmitted('refused');
    await pause(this.#limits.refusalPause);
    throw new Overloaded();
  }
}
