import { Socket } from 'node:net';
import pg from 'pg';
import { createMigratedDatabase } from './test-database.js';

/**
 * A database that was used before, and whoever empties it: always over the same connection, which knows the tables. A new one
 * would look all of them up in the catalogue each time, which takes longer than to empty them.
 */
class Used {
  readonly url: string;
  readonly #administrator: pg.Client;
  #isConnected = true;

  private constructor(url: string, administrator: pg.Client) {
    this.url = url;
    this.#administrator = administrator;
    // Whoever ends every connection to a database ends this one too.
    administrator.on('error', () => undefined);
    administrator.once('end', () => {
      this.#isConnected = false;
    });
  }

  static async create(): Promise<Used> {
    const { url } = await createMigratedDatabase();
    // It stands as long as the process, which is not to go on for its sake.
    const administrator = new pg.Client({ connectionString: url, stream: () => new Socket().unref() });
    const database = new Used(url, administrator);
    await administrator.connect();
    return database;
  }

  /** False: it is to be left as it is, and used by nobody any more. */
  async empty(): Promise<boolean> {
    if (!this.#isConnected) return false;
    await this.#administrator.query(emptying);
    return true;
  }
}

/**
 * As an administrator, who may empty even the ledger, which is append-only for everybody else. Tests write few rows, and
 * into few tables: to delete them is a quarter of the work of TRUNCATE, which makes the files of every table and index anew.
 */
const emptying = `DO $$
  DECLARE name text; first bigint;
  BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN
      SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname !~ '^(pg_|information_schema)' AND tablename !~ 'migration'
    LOOP
      EXECUTE 'DELETE FROM ' || name;
    END LOOP;
    FOR name, first IN
      SELECT format('%I.%I', schemaname, sequencename), start_value FROM pg_sequences WHERE last_value IS NOT NULL
    LOOP
      PERFORM setval(name::regclass, first, false);
    END LOOP;
  END $$`;

/** Those of this process that nobody uses now. They go with the others of the run, at its end. */
const idle: Used[] = [];

export interface RecycledDatabase {
  readonly url: string;
  /** Gives it back, emptied for whoever comes next; nobody else may be connected any more. */
  giveBack(): Promise<void>;
}

/**
 * A database with our tables in it and nothing in the tables, which other tests may have used before: there at once instead
 * of in 100 ms, and its catalogue is warm.
 */
export async function takeMigratedDatabase(): Promise<RecycledDatabase> {
  const database = idle.pop() ?? (await Used.create());
  return {
    url: database.url,
    giveBack: async () => {
      if (await database.empty()) idle.push(database);
    },
  };
}
