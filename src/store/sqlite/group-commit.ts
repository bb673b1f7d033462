import type { Database } from 'better-sqlite3';
import { StoreUnavailable } from '../store.js';
import { isFinal, makesUnavailable, toUnavailable } from './faults.js';

/** Runs synchronous work inside a transaction that others share; resolves once that is on disk. */
export type Write = <T>(work: () => T) => Promise<T>;

interface Job {
  readonly work: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** Bounds of one group, so that the event loop is never held for long. */
const mostJobs = 512;
/** As long as the loop has done other things since the last group, within these, ms: a flood of requests starves no commit. */
const share = { least: 10, most: 100 };

/**
 * The only way to write: whatever is asked for during one turn of the event loop is committed together at its end, with
 * one fsync for all of it (design §3). Promises settle after the commit has returned, never before (P1).
 */
export class GroupCommit {
  readonly #inTransaction: (jobs: readonly Job[], milliseconds: number) => readonly unknown[];
  #pending: Job[] = [];
  #isScheduled = false;
  /** When the last group was done with, by the monotonic clock. */
  #endedAt = performance.now();
  #refusal: StoreUnavailable | null = null;
  /** Called after each commit; must be quick. */
  onCommitted: () => void = () => undefined;
  /** Called once, when nothing may be written any more before a restart. */
  onBroken: (why: StoreUnavailable) => void = () => undefined;

  constructor(client: Database) {
    // IMMEDIATE: a transaction that reads before it writes could otherwise be refused half-way, unwaited for.
    const transaction = client.transaction(runWhileTimeLasts);
    this.#inTransaction = (jobs, milliseconds) => transaction.immediate(jobs, milliseconds);
  }

  readonly write: Write = <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      if (this.#refusal !== null) {
        reject(this.#refusal);
        return;
      }
      this.#pending.push({ work, resolve: resolve as Job['resolve'], reject });
      this.#schedule();
    });

  /** For what SQLite does only outside of a transaction: runs at once, between two groups. */
  outside<T>(work: () => T): T {
    if (this.#refusal !== null) throw this.#refusal;
    try {
      return work();
    } catch (fault) {
      if (!makesUnavailable(fault)) throw fault;
      this.#rejectAll([], fault);
      throw toUnavailable(fault);
    }
  }

  /** Commits what is pending and refuses everything after. */
  close(): void {
    while (this.#pending.length > 0) this.#commitGroup();
    this.#refusal ??= new StoreUnavailable('The store is closed.');
  }

  #schedule(): void {
    if (this.#isScheduled || this.#pending.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#commitGroup();
      this.#schedule();
    });
  }

  #commitGroup(): void {
    const group = this.#pending.slice(0, mostJobs);
    try {
      const results = this.#inTransaction(group, this.#shareOfTime());
      this.#pending.splice(0, results.length);
      results.forEach((result, place) => group[place]?.resolve(result));
      this.onCommitted();
    } catch (fault) {
      this.#pending.splice(0, group.length);
      if (makesUnavailable(fault)) this.#rejectAll(group, fault);
      else for (const job of group) this.#commitAlone(job);
    }
    this.#endedAt = performance.now();
  }

  #shareOfTime(): number {
    return Math.min(Math.max(performance.now() - this.#endedAt, share.least), share.most);
  }

  /** After a group was rolled back because of one of its jobs: only that one is to suffer for it. */
  #commitAlone(job: Job): void {
    try {
      const [result] = this.#inTransaction([job], share.least);
      job.resolve(result);
    } catch (fault) {
      if (makesUnavailable(fault)) this.#rejectAll([job], fault);
      else job.reject(fault);
    }
  }

  #rejectAll(jobs: readonly Job[], fault: unknown): void {
    const refusal = toUnavailable(fault);
    for (const job of jobs) job.reject(refusal);
    if (!isFinal(fault) || this.#refusal !== null) return;
    this.#refusal = refusal;
    for (const job of this.#pending.splice(0)) job.reject(refusal);
    this.onBroken(refusal);
  }
}

/** At least one job, so that work which takes longer than its time is done all the same. */
function runWhileTimeLasts(jobs: readonly Job[], milliseconds: number): readonly unknown[] {
  const end = performance.now() + milliseconds;
  const results: unknown[] = [];
  for (const job of jobs) {
    results.push(job.work());
    if (performance.now() > end) break;
  }
  return results;
}
