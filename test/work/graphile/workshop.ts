import type pg from 'pg';
import { announceDue } from '../../../src/work/graphile/announce.js';
import { GraphileWork, type GraphileOptions } from '../../../src/work/graphile/graphile-work.js';
import { migrateWork } from '../../../src/work/graphile/migrate-work.js';
import type { Tasks } from '../../../src/work/work.js';
import { createDatabase } from '../../postgres/test-database.js';
import type { TestDatabase } from '../../postgres/throw-away-database.js';
import { AdvisoryPresence } from './advisory-presence.js';
import { openPool } from './open-pool.js';

/** A job as graphile-worker keeps it. */
export interface StoredJob {
  readonly key: string | null;
  readonly attempts: number;
  readonly locked_by: string | null;
  readonly run_at: Date;
}

/** A database with the job queue in it, and work engines on it; everything is ended by `close`. */
export class Workshop {
  readonly url: string;
  /** Of the test itself, beside those of the engines. */
  readonly pool: pg.Pool;
  readonly errors: unknown[] = [];
  readonly #closings: (() => Promise<unknown>)[] = [];

  private constructor(url: string, pool: pg.Pool) {
    this.url = url;
    this.pool = pool;
  }

  /** On the server of this run, or in a database that the test has made elsewhere. */
  static async open(made: Promise<TestDatabase> = createDatabase()): Promise<Workshop> {
    const database = await made;
    const shop = new Workshop(database.url, openPool(database.url));
    shop.#closings.push(
      () => database.drop(),
      () => shop.pool.end(),
    );
    await migrateWork(shop.pool, (error) => shop.errors.push(error));
    return shop;
  }

  async close(): Promise<void> {
    for (const close of this.#closings.splice(0).reverse()) await close();
  }

  /** Starts an engine like another process would, with connections of its own. */
  async start(
    tasks: Tasks,
    options: Partial<GraphileOptions> & { readonly url?: string } = {},
  ): Promise<GraphileWork> {
    const pool = openPool(options.url ?? this.url);
    this.#closings.push(() => pool.end());
    const presence = await AdvisoryPresence.stand(this.url);
    this.#closings.push(() => presence.leave());
    const work = new GraphileWork(tasks, {
      ...{ pool, presence, calendar: [], now: () => Date.now(), concurrency: 4 },
      onError: (error) => this.errors.push(error),
      onCalendarError: (job, error) => this.errors.push([job, error]),
      ...options,
    });
    this.#closings.push(() => work.stop());
    await work.start();
    return work;
  }

  /** Announces conversations in a transaction of their own. */
  async announce(at: number, ...conversationIds: readonly string[]): Promise<void> {
    await announceDue(
      (statement) => this.pool.query(statement),
      conversationIds.map((conversationId) => ({ conversationId, at })),
    );
  }

  async jobs(): Promise<readonly StoredJob[]> {
    const { rows } = await this.pool.query<StoredJob>(
      'select * from graphile_worker._private_jobs order by id',
    );
    return rows;
  }

  /** Resolves when no job waits or is held, which is a moment after its task has ended. */
  async isIdle(): Promise<void> {
    const isToDo = ({ key, locked_by }: StoredJob): boolean => key !== null || locked_by !== null;
    while ((await this.jobs()).some(isToDo)) await this.pool.query('select pg_sleep(0.01)');
  }
}
