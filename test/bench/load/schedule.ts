/**
 * When each delivery of an open loop is due. Its latency counts from then, not from when it could be sent: otherwise one
 * answer that takes long would hide how long all that came meanwhile had to wait (coordinated omission,
 * https://www.scylladb.com/2021/04/22/on-coordinated-omission/).
 */
export class Schedule {
  readonly #start: number;
  readonly #interval: number;

  /** `start` in ms of the steady clock; `rate` in deliveries a second. */
  constructor(start: number, rate: number) {
    this.#start = start;
    this.#interval = 1000 / rate;
  }

  /** The first one, at place 0, is due at the start. */
  dueAt(place: number): number {
    return this.#start + place * this.#interval;
  }

  /** How many are due by then. */
  dueBy(now: number): number {
    return now < this.#start ? 0 : Math.floor((now - this.#start) / this.#interval) + 1;
  }
}

/** How long each keyword took from when it was due to the platform, ms; infinitely long where nothing came. */
export function waits(
  due: ReadonlyMap<number, number>,
  arrivals: Readonly<Record<string, number>>,
): readonly number[] {
  return [...due].map(([contact, at]) => (arrivals[String(contact)] ?? Number.POSITIVE_INFINITY) - at);
}
