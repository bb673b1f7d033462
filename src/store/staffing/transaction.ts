import { withoutValues } from '../queries/query-fault.js';
import type { SharedDatabase } from '../queries/shared-database.js';

/**
 * A transaction as it is written once for both engines: it yields its queries and is given their rows. What people do is
 * seldom, so that nothing needs to be prepared for it. Every query answers rows: what writes does so by `returning`.
 */
export type Steps<Result> = Generator<PromiseLike<readonly unknown[]>, Result, readonly unknown[]>;

/** Does all of the steps, or none of them, and no other transaction of this kind meanwhile. */
export type Transact = <Result>(work: (db: SharedDatabase) => Steps<Result>) => Promise<Result>;

/** Asks one query; its rows. */
export function* rowsOf<Row>(query: PromiseLike<readonly Row[]>): Steps<readonly Row[]> {
  // What is given back is what this very query has answered.
  return (yield query) as readonly Row[];
}

/** On SQLite, whose queries are answered at once. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next(answerAtOnce(step.value));
  return step.value;
}

/** On PostgreSQL. */
export async function runAwaited<Result>(steps: Steps<Result>): Promise<Result> {
  let step = steps.next();
  while (!step.done) step = steps.next(await answer(step.value));
  return step.value;
}

/** Drizzle's builders for better-sqlite3 have it; the type that is shared with PostgreSQL cannot say so. */
interface Synchronous {
  all(): readonly unknown[];
}

function answerAtOnce(query: unknown): readonly unknown[] {
  try {
    return (query as Synchronous).all();
  } catch (fault) {
    throw withoutValues(fault);
  }
}

async function answer(query: PromiseLike<readonly unknown[]>): Promise<readonly unknown[]> {
  try {
    return await query;
  } catch (fault) {
    throw withoutValues(fault);
  }
}
