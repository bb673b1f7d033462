import type { CalendarJob, Tasks, Work } from '../work.js';
import type { Query } from './announce.js';
import type { ConnectionPool } from './connection-pool.js';
import { crontabOf } from './crontab.js';
import { announceLeftOver } from './left-over.js';
import { PoolKeeper } from './pool-keeper.js';
import type { Presence } from './presence.js';
import { TakeOver } from './take-over.js';
import { createTaskList } from './task-list.js';
import { tellingOnce } from './telling-once.js';
import { tidyJobs } from './tidy.js';
import { WorkerPool, type WorkerPoolParts } from './worker-pool.js';

export interface GraphileOptions {
  /** Up to date by `migrateWork`; closed by whoever opened it, after the stop. */
  readonly pool: ConnectionPool;
  readonly presence: Presence;
  /** Each is done in one of the processes. */
  readonly calendar: readonly CalendarJob[];
  readonly now: () => number;
  /** Conversations that are served at the same time. */
  readonly concurrency: number;
  /** Between two looks for processes that are gone, ms; whoever is missed is looked for again a second later. */
  readonly takeOverInterval?: number;
  /** A task threw, or the database was out of reach: nothing is lost, it is tried again after a while. */
  readonly onError: (error: unknown) => void;
  readonly onCalendarError: (job: string, error: unknown) => void;
}

/**
 * Does the work of any number of processes on one PostgreSQL: jobs that say "this conversation is due", added by
 * `announceDue` in the transaction that caused them, done by whichever process is free.
 */
export class GraphileWork implements Work {
  readonly #tasks: Tasks;
  readonly #options: GraphileOptions;
  readonly #query: Query;
  readonly #keeper: PoolKeeper;
  readonly #takeOver: TakeOver;
  #isStopped = false;

  constructor(tasks: Tasks, options: GraphileOptions) {
    const { pool, presence, now, onError, takeOverInterval: interval = 5_000 } = options;
    this.#tasks = tasks;
    this.#options = options;
    this.#query = (statement) => pool.query(statement);
    const parts = this.#poolParts();
    this.#keeper = new PoolKeeper({ startPool: () => startPool(parts, presence), now, onError });
    this.#takeOver = new TakeOver({
      ...{ tasks, query: this.#query, presence, keeper: this.#keeper },
      ...{ now, interval, onError },
    });
  }

  async start(): Promise<void> {
    await this.#keeper.start();
    try {
      await announceLeftOver(this.#query, this.#tasks, this.#options.now());
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.#takeOver.start();
  }

  /** Nothing to do: the transaction that gave cause for it has added the job, and the database has told of it. */
  wake(): void {}

  /** Nothing to do, as for `wake`: the job waits in the database for its moment. */
  wakeAt(): void {}

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([this.#takeOver.stop(), this.#keeper.stop()]);
  }

  #poolParts(): WorkerPoolParts {
    const { pool, concurrency, now, onError, onCalendarError } = this.#options;
    const tidy = { name: 'tidy-jobs', at: '29 * * * *', run: () => tidyJobs(this.#query) };
    const calendar = [...this.#options.calendar, tidy];
    const taskList = createTaskList({
      ...{ tasks: this.#tasks, calendar, query: this.#query, now },
      ...{ isStopping: () => this.#isStopped, onError, onCalendarError },
    });
    return {
      pool,
      taskList,
      crontab: crontabOf(calendar),
      concurrency,
      onComplaint: tellingOnce(onError, now),
    };
  }
}

/** A pool that others can see to be there. */
async function startPool(parts: WorkerPoolParts, presence: Presence): Promise<WorkerPool> {
  const pool = await WorkerPool.start(parts);
  try {
    await presence.hold(pool.id);
    return pool;
  } catch (error) {
    await pool.stop();
    throw error;
  }
}
