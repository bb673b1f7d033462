import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A server that goes on after us and that others may use at the same time. Ours are only the databases named for our
 * run; we are there as long as a connection of that name stands, so that whoever comes next can tell what is forsaken.
 */
export class BorrowedServer {
  readonly url: string;
  /** Name of this run, with which the names of its databases begin. */
  readonly run: string;
  readonly #presence: pg.Client;

  private constructor(url: string, run: string, presence: pg.Client) {
    this.url = url;
    this.run = run;
    this.#presence = presence;
  }

  /** Announces a run, and drops the databases of runs that ended without doing so. */
  static async join(url: string): Promise<BorrowedServer> {
    const run = `heyword_test_${randomBytes(4).toString('hex')}`;
    const presence = new pg.Client({ connectionString: url, keepAlive: true });
    // Unheard, a lost connection would end the whole run; what follows from it, the tests will tell.
    presence.on('error', () => undefined);
    await presence.connect();
    await presence.query("SELECT set_config('application_name', $1, false)", [run]);
    await dropForsaken(presence);
    return new BorrowedServer(url, run, presence);
  }

  /** Drops the databases of this run. */
  async end(): Promise<void> {
    await this.#presence.end();
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    await dropForsaken(client);
    await client.end();
  }
}

async function dropForsaken(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT d.datname AS name FROM pg_database d
     WHERE d.datname ~ '^heyword_test_[0-9a-f]{8}_[0-9a-f]{12}$' AND pg_get_userbyid(d.datdba) = current_user
       AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.application_name = left(d.datname, -13))`,
  );
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}
