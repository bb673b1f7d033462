import { pause } from './pause.js';
import type { WorkerPool } from './worker-pool.js';

type KeptPool = Pick<WorkerPool, 'id' | 'closed' | 'stop'>;

export interface PoolKeeperParts {
  readonly startPool: () => Promise<KeptPool>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** A pool that fails sooner than this is not followed by another at once, and none is tried more often, ms. */
const restAfterFailure = 1_000;

/**
 * Keeps one pool of workers going: a pool ends by itself when it cannot tell the database that a job is done, because
 * the connection was lost or a deadlock was broken at its expense. Another one takes its place.
 */
export class PoolKeeper {
  readonly #parts: PoolKeeperParts;
  readonly #stopping = new AbortController();
  readonly #working = new Set<string>();
  readonly #ended = new Set<string>();
  #keeping: Promise<void> = Promise.resolve();

  constructor(parts: PoolKeeperParts) {
    this.#parts = parts;
  }

  /** Ids of pools of ours that work, or still have tasks under way. */
  get working(): ReadonlySet<string> {
    return this.#working;
  }

  /** Ids of pools of ours that have ended: a job that one of them locked is done by nobody. */
  get ended(): ReadonlySet<string> {
    return this.#ended;
  }

  /** Rejects when the first pool cannot be started. */
  async start(): Promise<void> {
    this.#keeping = this.#keep(await this.#startPool());
  }

  /** Starts no more pools, and waits for the end of those that there are. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#keeping;
  }

  /** Its jobs have been given to others. */
  forget(poolId: string): void {
    this.#ended.delete(poolId);
  }

  async #keep(first: KeptPool): Promise<void> {
    const retiring: Promise<void>[] = [];
    let pool: KeptPool | null = first;
    while (pool !== null) {
      const startedAt = this.#parts.now();
      await closedOrAborted(pool, this.#stopping.signal);
      retiring.push(this.#retire(pool));
      if (this.#parts.now() - startedAt < restAfterFailure) await this.#rest();
      pool = await this.#startAnother();
    }
    await Promise.all(retiring);
  }

  async #retire(pool: KeptPool): Promise<void> {
    await pool.stop();
    this.#working.delete(pool.id);
    this.#ended.add(pool.id);
  }

  /** Null: we are stopping. */
  async #startAnother(): Promise<KeptPool | null> {
    while (!this.#stopping.signal.aborted) {
      try {
        return await this.#startPool();
      } catch (error) {
        this.#parts.onError(error);
        await this.#rest();
      }
    }
    return null;
  }

  async #startPool(): Promise<KeptPool> {
    const pool = await this.#parts.startPool();
    this.#working.add(pool.id);
    return pool;
  }

  #rest(): Promise<void> {
    return pause(restAfterFailure, this.#stopping.signal);
  }
}

async function closedOrAborted({ closed }: KeptPool, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const heard = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: heard.signal });
  });
  await Promise.race([closed, aborted]);
  // Of each pool one listener would stay behind.
  heard.abort();
}
