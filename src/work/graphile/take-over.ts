import type { Tasks } from '../work.js';
import type { Query } from './announce.js';
import { findHolders, releaseJobs } from './held-jobs.js';
import { pause } from './pause.js';
import type { PoolKeeper } from './pool-keeper.js';
import type { Presence } from './presence.js';

export interface TakeOverParts {
  readonly tasks: Pick<Tasks, 'takeOver'>;
  readonly query: Query;
  readonly presence: Presence;
  readonly keeper: Pick<PoolKeeper, 'working' | 'ended' | 'forget'>;
  readonly now: () => number;
  /** Between two looks while nobody is missed, ms. */
  readonly interval: number;
  readonly onError: (error: unknown) => void;
}

/** After a look that missed somebody, ms: long enough to come back, or to be known to be there. */
const secondLook = 1_000;

/** Looks again and again for processes that are gone, and takes over what they had begun. */
export class TakeOver {
  readonly #parts: TakeOverParts;
  readonly #stopping = new AbortController();
  #looking: Promise<void> = Promise.resolve();
  #absentBefore: ReadonlySet<string> = new Set();

  constructor(parts: TakeOverParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#looking = this.#keepLooking();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#look();
      } catch (error) {
        this.#parts.onError(error);
      }
      await pause(this.#untilNextLook(), signal);
    }
  }

  /** Whoever waits for an answer is not to wait for our second look as well. */
  #untilNextLook(): number {
    const { interval } = this.#parts;
    return this.#absentBefore.size > 0 ? Math.min(interval, secondLook) : interval;
  }

  /** First the sends, then the jobs: whoever does such a job finds its send given up. */
  async #look(): Promise<void> {
    const { tasks, query, keeper, now } = this.#parts;
    await tasks.takeOver();
    const gone = await this.#findGone(await findHolders(query));
    if (gone.length > 0) await releaseJobs(query, gone, now());
    for (const poolId of gone) keeper.forget(poolId);
  }

  /**
   * Absent in two looks on end, since a pool locks jobs a moment before it is known to be there, and a process that lost
   * its connection needs a moment for another.
   */
  async #findGone(holders: readonly string[]): Promise<readonly string[]> {
    const { presence, keeper } = this.#parts;
    const others = holders.filter((id) => !keeper.working.has(id) && !keeper.ended.has(id));
    const absent = new Set(others.length === 0 ? [] : await presence.absent(others));
    const absentBefore = this.#absentBefore;
    this.#absentBefore = absent;
    return holders.filter((id) => keeper.ended.has(id) || (absent.has(id) && absentBefore.has(id)));
  }
}
