import { EventEmitter } from 'node:events';
import {
  type ParsedCronItem,
  type Runner,
  type RunnerOptions,
  type TaskList,
  type WorkerEvents,
  run,
} from 'graphile-worker';
import type { ConnectionPool } from './connection-pool.js';
import { FetchedAhead } from './fetched-ahead.js';
import { createGraphileLog } from './graphile-log.js';
import { releasedOnce } from './released-once.js';
import { settledWithin } from './settled-within.js';
import { UnderWay } from './under-way.js';

export interface WorkerPoolParts {
  readonly pool: ConnectionPool;
  readonly taskList: TaskList;
  readonly crontab: ParsedCronItem[];
  /** Jobs that are done at the same time. */
  readonly concurrency: number;
  readonly onComplaint: (error: Error) => void;
}

/** How long the end of a pool is waited for once none of its tasks is under way, ms. */
const endGrace = 5_000;

interface Begun {
  readonly id: string;
  readonly runner: Runner;
  readonly closed: Promise<void>;
  /** Settles when the jobs that were fetched ahead are given back, or cannot be. */
  readonly givenBack: Promise<void>;
  readonly underWay: UnderWay;
}

/** A run of graphile-worker: workers under one id, by which jobs are locked, and the calendar. */
export class WorkerPool {
  readonly id: string;
  /** Resolves when it takes no more jobs, because it was told to stop or because it failed. */
  readonly closed: Promise<void>;
  readonly #runner: Runner;
  readonly #ended: Promise<unknown>;
  readonly #underWay: UnderWay;

  private constructor({ id, runner, closed, givenBack, underWay }: Begun) {
    this.id = id;
    this.closed = closed;
    this.#runner = runner;
    // Heard from the beginning: a rejection that nobody hears ends the process.
    this.#ended = Promise.allSettled([runner.promise, givenBack]);
    this.#underWay = underWay;
  }

  /** Resolves when it has fetched jobs; rejects with its first complaint when it could not. */
  static async start(parts: WorkerPoolParts): Promise<WorkerPool> {
    const events: WorkerEvents = new EventEmitter();
    const created = new Promise<string>((resolve) => {
      events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
    });
    const ahead = new FetchedAhead(events);
    const closed = new Promise<void>((resolve) => {
      events.once('pool:gracefulShutdown', () => resolve());
    });
    const fetched = firstFetch(events, parts.onComplaint);
    const underWay = new UnderWay();
    const runner = await run(optionsOf(parts, events, underWay, fetched.onComplaint));
    const id = await created;
    const givenBack = closed.then(() => ahead.giveBack((statement) => parts.pool.query(statement), id));
    const pool = new WorkerPool({ id, runner, closed, givenBack, underWay });
    try {
      await fetched.promise;
      return pool;
    } catch (error) {
      await pool.stop();
      throw error;
    }
  }

  /**
   * Takes no more jobs, gives back those that it fetched ahead, and waits for those under way. Where it could not tell
   * the database, jobs stay locked by its id.
   */
  async stop(): Promise<void> {
    // Rejected when it has stopped by itself; what matters is that it has.
    const asked = this.#runner.stop().catch(() => undefined);
    await this.#underWay.none();
    // After a failure its end may never come: graphile-worker counts a batch that failed twice.
    await settledWithin(endGrace, Promise.all([asked, this.#ended]));
  }
}

/**
 * A pool that cannot look up its tasks at the first fetch keeps that failure for ever. So, until then, any complaint
 * means that it is of no use.
 */
function firstFetch(events: WorkerEvents, onComplaint: (error: Error) => void) {
  let tell = onComplaint;
  const promise = new Promise<void>((resolve, reject) => {
    tell = reject;
    events.once('localQueue:getJobs:complete', () => {
      tell = onComplaint;
      resolve();
    });
  });
  // It may fail before anybody waits for it.
  promise.catch(() => undefined);
  return { promise, onComplaint: (error: Error) => tell(error) };
}

function optionsOf(
  { pool, taskList, crontab, concurrency }: WorkerPoolParts,
  events: WorkerEvents,
  underWay: UnderWay,
  onComplaint: (error: Error) => void,
): RunnerOptions {
  return {
    pgPool: releasedOnce(pool),
    // Named, or the environment could name another.
    schema: 'graphile_worker',
    events,
    logger: createGraphileLog(onComplaint),
    taskList: underWay.watching(taskList),
    parsedCronItems: crontab,
    noHandleSignals: true,
    preset: {
      worker: {
        concurrentJobs: concurrency,
        // The clock that says "due" is then the one by which the engine fires a timer, not the database's.
        useNodeTime: true,
        // How late a job may begin whose moment comes; news are heard at once.
        pollInterval: 200,
        // So many are fetched at once; what waits here for longer than a moment goes back, for other processes to take.
        localQueue: { size: concurrency, ttl: 2_000 },
        // Without a batch, graphile-worker lets the failure to complete a job go unheard, which ends the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  };
}
