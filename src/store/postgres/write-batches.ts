import { StoreUnavailable, type Decide } from '../store.js';
import { writeDecision } from '../transactions/unsavable.js';
import { isWorthRetrying, makesUnavailable, toUnavailable } from './faults.js';
import { mostRaces } from './in-transaction.js';
import type { Job } from './job.js';
import { runTransaction, type Attempt, type TransactionParts } from './transaction.js';

interface Waiting {
  readonly job: Job<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** Transactions at the same time, each on a connection of its own, and jobs that share one. */
const mostTransactions = 4;
const mostJobs = 128;

/**
 * While a transaction is under way another begins for so many jobs, or for fewer that have waited so long, ms: each has
 * half a dozen round trips, whatever the number of its jobs, so few large ones cost less than many small ones.
 */
const enoughJobs = 32;
const longestWait = 10;

/**
 * The only way to write: whatever is asked for while other transactions are under way is done together in the next, so
 * that the busier it is, the less each job costs. Promises settle after the commit (P1).
 */
export class WriteBatches {
  readonly #parts: TransactionParts;
  readonly #busyLanes = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  #waiting: Waiting[] = [];
  #isScheduled = false;
  #impatience: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(parts: TransactionParts) {
    this.#parts = parts;
  }

  submit<T>(job: Job<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve: resolve as Waiting['resolve'], reject });
      this.#schedule();
    });
  }

  /** Does what was asked for, and refuses everything after. */
  async close(): Promise<void> {
    this.#isClosed = true;
    while (this.#underWay.size > 0 || this.#waiting.length > 0) {
      this.#begin();
      await Promise.all(this.#underWay);
    }
    this.#calmDown();
  }

  /** At the end of this turn of the event loop: what else it asks for goes along. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#begin();
    });
  }

  #begin(): void {
    while (this.#underWay.size === 0 || this.#waiting.length >= enoughJobs) {
      if (!this.#beginOne()) break;
    }
    if (this.#waiting.length === 0) this.#calmDown();
    else this.#impatience ??= setTimeout(() => this.#beginForFew(), longestWait).unref();
  }

  /** A transaction that is held up, by a conversation that another process has locked, holds up nobody else. */
  #beginForFew(): void {
    this.#calmDown();
    this.#beginOne();
    this.#begin();
  }

  /** False: all connections are busy, or all lanes of what waits. */
  #beginOne(): boolean {
    if (this.#underWay.size >= mostTransactions) return false;
    const batch = this.#takeBatch();
    if (batch.length === 0) return false;
    const done = this.#do(batch).finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
    return true;
  }

  #calmDown(): void {
    if (this.#impatience !== null) clearTimeout(this.#impatience);
    this.#impatience = null;
  }

  /** The oldest jobs whose lanes are free; of one lane as many as follow each other. */
  #takeBatch(): readonly Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const waiting of this.#waiting) {
      const isFree = batch.length < mostJobs && !this.#busyLanes.has(waiting.job.lane);
      (isFree ? batch : left).push(waiting);
    }
    this.#waiting = left;
    for (const { job } of batch) this.#busyLanes.add(job.lane);
    return batch;
  }

  async #do(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#commit(batch.map(({ job }) => ownAttempt(job)));
      batch.forEach(({ resolve }, place) => resolve(results[place]));
    } catch (fault) {
      if (fault instanceof StoreUnavailable) for (const { reject } of batch) reject(fault);
      // Only the one that is to blame is to suffer for it.
      else for (const waiting of batch) await this.#doAlone(waiting);
    }
    for (const { job } of batch) this.#busyLanes.delete(job.lane);
    this.#schedule();
  }

  async #doAlone({ job, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await this.#commitDecision(job));
    } catch (fault) {
      reject(fault);
    }
  }

  async #commitDecision(job: Job<unknown>): Promise<unknown> {
    if (job.decide === null) return (await this.#commit([ownAttempt(job)]))[0];
    return writeDecision(async (decide) => (await this.#commit([{ job, decide }]))[0], job.decide);
  }

  async #commit(attempts: readonly Attempt<unknown>[]): Promise<readonly unknown[]> {
    for (let races = 0; ; races += 1) {
      try {
        return await runTransaction(this.#parts, attempts);
      } catch (fault) {
        if (isWorthRetrying(fault) && races < mostRaces) continue;
        throw makesUnavailable(fault) ? toUnavailable(fault) : fault;
      }
    }
  }
}

const undecided: Decide = () => {
  throw new Error('This job decides nothing.');
};

function ownAttempt(job: Job<unknown>): Attempt<unknown> {
  return { job, decide: job.decide ?? undecided };
}
