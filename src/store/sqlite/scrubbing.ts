import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { StoreUnavailable } from '../store.js';
import type { GroupCommit } from './group-commit.js';
import type { MetaValues } from './meta-values.js';

/** How often, and for how long, we try again while another process reads an older state of the database, in ms. */
const pause = 50;
const patience = 10_000;

/**
 * Gets the last bytes of what was erased out of the files (P11). `secure_delete` zeroes a row where it lies, but not the
 * copies that a page keeps of rows which SQLite moved to its neighbour when it split or merged; measured, up to three
 * erased contacts in a hundred could still be read. So the file is rebuilt without them, and the log is emptied. That
 * takes about eight seconds a gigabyte, in which nothing else is done.
 */
export class Scrubbing {
  readonly #client: Database;
  readonly #commits: GroupCommit;
  readonly #meta: MetaValues;
  /** How many erasures had been committed when this process last rebuilt the file. */
  #rebuiltAfter = 0;

  constructor(client: Database, commits: GroupCommit, meta: MetaValues) {
    this.#client = client;
    this.#commits = commits;
    this.#meta = meta;
  }

  /** Inside the transaction that erases: what a crash leaves undone, the next process knows of. */
  request(): void {
    this.#meta.countUp('erased');
  }

  /** Resolves when the files hold nothing of what was erased before the call. Concurrent calls share the work. */
  async finish(): Promise<void> {
    const erased = this.#commits.outside(() => this.#meta.count('erased'));
    if (this.#meta.count('scrubbed') >= erased) return;
    if (this.#rebuiltAfter < erased) {
      this.#commits.outside(() => this.#client.exec('VACUUM'));
      this.#rebuiltAfter = erased;
    }
    await this.emptyLog();
    await this.#commits.write(() =>
      this.#meta.set('scrubbed', Math.max(erased, this.#meta.count('scrubbed'))),
    );
  }

  /** Moves everything from the log into the database file and cuts the log to nothing. */
  async emptyLog(): Promise<void> {
    const end = performance.now() + patience;
    while (!this.#truncateLog()) {
      if (performance.now() > end) {
        throw new StoreUnavailable('Another process reads the database, so its log could not be emptied.');
      }
      await sleep(pause);
    }
  }

  #truncateLog(): boolean {
    // The checkpoint itself waits out `busy_timeout`; here that would hold the event loop.
    return this.#commits.outside(() => {
      this.#client.pragma('busy_timeout = 0');
      try {
        return this.#client.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
      } finally {
        this.#client.pragma('busy_timeout = 5000');
      }
    });
  }
}
