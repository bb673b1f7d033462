import type { LiveEvent, Reach } from './live-event.js';

export interface LoggedEvent {
  readonly id: string;
  readonly event: LiveEvent;
  readonly reach: Reach;
}

/** How many are kept for those who come back. */
const kept = 5_000;

/**
 * The last events of this process, by ids that are its own: `<nonce>.<number>`. Whoever names one of another process, of
 * before a gap, or one that is too long ago, cannot be told what they missed.
 */
export class EventLog {
  readonly #newId: () => string;
  #nonce: string;
  #events: LoggedEvent[] = [];
  /** Of the last one. */
  #number = 0;

  constructor(newId: () => string) {
    this.#newId = newId;
    this.#nonce = newId();
  }

  /** Id of the last one; where there is none yet, of the beginning. */
  get position(): string {
    return this.#idOf(this.#number);
  }

  add(event: LiveEvent, reach: Reach): LoggedEvent {
    this.#number += 1;
    const logged = { id: this.position, event, reach };
    this.#events.push(logged);
    // Not each time: what is taken from the front moves all the others.
    if (this.#events.length >= 2 * kept) this.#events.splice(0, this.#events.length - kept);
    return logged;
  }

  /** Those after the one with this id; null: that cannot be told. */
  after(id: string): readonly LoggedEvent[] | null {
    const number = Number(/\.(\d{1,15})$/.exec(id)?.[1] ?? NaN);
    const missed = this.#number - number;
    if (this.#idOf(number) !== id || missed < 0 || missed > this.#events.length) return null;
    return missed === 0 ? [] : this.#events.slice(-missed);
  }

  /** After a gap: whoever comes back from before it is not told what they missed. */
  startAnew(): void {
    this.#nonce = this.#newId();
    this.#events = [];
    this.#number = 0;
  }

  #idOf(number: number): string {
    return `${this.#nonce}.${number}`;
  }
}
