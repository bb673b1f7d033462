import type pg from 'pg';

/** Tables that hold words of contacts, or what tells who they are. */
const tables =
  'conversations, aliases, messages, events, ledger_words, links, clicks, handoffs, outcomes, timers, requests';

/**
 * Takes what was erased out of the tables' files (P11); PostgreSQL leaves a deleted row in its place until a vacuum, and
 * what was written about it in the log until that is recycled. Which erasures were vacuumed is known to this process only:
 * after a start it looks once more.
 */
export class VacuumAfterErasures {
  readonly #pool: pg.Pool;
  #doneUpTo = -1;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async run(): Promise<void> {
    const { rows } = await this.#pool.query<{ latest: number | null }>(
      'select max(erased_at) as latest from erasures',
    );
    const latest = rows[0]?.latest ?? null;
    if (latest === null || latest <= this.#doneUpTo) return;
    const client = await this.#pool.connect();
    try {
      // As long as it takes: it hinders nobody.
      await client.query('set statement_timeout = 0');
      await client.query(`vacuum (analyze) ${tables}`);
      this.#doneUpTo = latest;
    } finally {
      // Its settings are not those of the pool any more.
      client.release(true);
    }
  }
}
