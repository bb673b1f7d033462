import pg from 'pg';
import type { Presence } from '../../../src/work/graphile/presence.js';

/** Who holds a lock by a name, on a connection that stands as long as its process does. */
export class AdvisoryPresence implements Presence {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async stand(url: string): Promise<AdvisoryPresence> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return new AdvisoryPresence(client);
  }

  async hold(name: string): Promise<void> {
    await this.#client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
  }

  async absent(names: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.#client.query<{ name: string }>(
      `select name from unnest($1::text[]) as name
       where not exists (
         select from pg_locks
         where locktype = 'advisory' and objsubid = 1
           and (classid::bigint << 32) | objid::bigint = hashtextextended(name, 0))`,
      [names],
    );
    return rows.map(({ name }) => name);
  }

  async leave(): Promise<void> {
    await this.#client.end();
  }
}
