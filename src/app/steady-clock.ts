/** Reads a clock, ms. */
type Reading = () => number;

/** A difference below this is how clocks drift and are set right in passing: followed at once, ms. */
const tolerance = 1_000;
/** So long the wall clock must say that it is later before it is believed, ms: a step that is taken back changes nothing. */
const patience = 60_000;
/** By more than this an earlier process is not believed, ms: then it was its clock that was wrong, or the database is another's. */
const furthest = 3 * 3_600_000;
/** How fast time passes, at most, while the wall clock is behind: it is waited for, never gone back to. */
const slowly = 0.5;

/**
 * The time of the whole server, epoch ms, that never jumps with the machine's wall clock: what is to happen in half a
 * minute happens neither at once nor in an hour because somebody has set that clock. Between its readings time passes as
 * the monotonic clock says; a step ahead is followed when it has lasted, a step back by going slowly until the wall clock
 * has caught up.
 */
export class SteadyClock {
  readonly #wall: Reading;
  readonly #monotonic: Reading;
  #time: number;
  #readAt: number;
  /** Since when the wall clock is ahead, by the monotonic one; null: it is not. */
  #aheadSince: number | null = null;

  constructor(wall: Reading, monotonic: Reading) {
    this.#wall = wall;
    this.#monotonic = monotonic;
    this.#time = wall();
    this.#readAt = monotonic();
  }

  /**
   * Goes on from where an earlier process had come to, so that a wall clock that was set back meanwhile is waited for as if
   * there had been no restart: what was due in half a minute is not due in hours.
   *
   * @returns How far the wall clock is behind, ms; 0: it is not.
   */
  goOnFrom(moment: number): number {
    const behind = moment - this.now();
    if (behind <= tolerance) return 0;
    if (behind <= furthest) this.#time = moment;
    return behind;
  }

  now(): number {
    const [wall, monotonic] = [this.#wall(), this.#monotonic()];
    const passed = monotonic - this.#readAt;
    const ahead = wall - (this.#time + passed);
    if (ahead > tolerance) this.#aheadSince ??= monotonic;
    else this.#aheadSince = null;
    const isBelieved = this.#aheadSince === null || monotonic - this.#aheadSince >= patience;
    if (ahead < -tolerance) this.#time += passed * slowly;
    else this.#time = isBelieved ? Math.max(this.#time, wall) : this.#time + passed;
    this.#readAt = monotonic;
    return Math.floor(this.#time);
  }
}
