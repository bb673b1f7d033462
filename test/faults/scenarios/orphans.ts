import pg from 'pg';
import { findAbsent } from '../../../src/store/postgres/standing-connection.js';

/** Looks into a database that several servers share for what those have left that are gone. */
export class Orphans {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async in(databaseUrl: string): Promise<Orphans> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return new Orphans(client);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** Connections of a server, which has this name there. */
  async countConnections(name: string): Promise<number> {
    const { rows } = await this.#client.query(
      'select from pg_stat_activity where application_name = $1 and datname = current_database()',
      [name],
    );
    return rows.length;
  }

  /** Messages on the wire, and jobs, that nobody holds any more who is there. */
  async count(): Promise<number> {
    const { rows } = await this.#client.query<{ holder: string }>(
      `select split_part(token, '.', 2) as holder from messages where state = 'sending'
       union all select locked_by from graphile_worker._private_jobs where locked_by is not null`,
    );
    const holders = rows.map(({ holder }) => holder);
    const absent = new Set(await findAbsent(this.#client, [...new Set(holders)]));
    return holders.filter((holder) => absent.has(holder)).length;
  }
}
