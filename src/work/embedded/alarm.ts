/** The longest delay that setTimeout keeps; a longer one would fire at once. */
const longestDelay = 2_147_483_647;

/** Rings once at a moment of the wall clock; looks again when woken early, so a clock that jumps does no harm. */
export class Alarm {
  readonly #now: () => number;
  readonly #ring: () => void;
  #at: number | null = null;
  #handle: NodeJS.Timeout | null = null;

  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Sets it, or moves it forward; a later moment than the one set changes nothing. */
  setNoLaterThan(at: number): void {
    if (this.#at !== null && this.#at <= at) return;
    this.clear();
    this.#at = at;
    this.#arm(at);
  }

  clear(): void {
    if (this.#handle !== null) clearTimeout(this.#handle);
    this.#handle = null;
    this.#at = null;
  }

  #arm(at: number): void {
    const delay = Math.min(Math.max(0, at - this.#now()), longestDelay);
    this.#handle = setTimeout(() => {
      if (this.#now() < at) {
        this.#arm(at);
        return;
      }
      this.clear();
      this.#ring();
    }, delay);
  }
}
