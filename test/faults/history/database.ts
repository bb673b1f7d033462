import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

export interface Ways<T> {
  readonly sqlite: (file: Sqlite.Database) => T | Promise<T>;
  readonly postgres: (client: pg.Client) => Promise<T>;
}

/** Opens what DATABASE_URL names, beside the server or after it, and closes it again. */
export async function withDatabase<T>(url: string, { sqlite, postgres }: Ways<T>): Promise<T> {
  if (url.startsWith('file:')) {
    const file = new Sqlite(fileURLToPath(new URL(url)), { timeout: 10_000 });
    try {
      return await sqlite(file);
    } finally {
      file.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await postgres(client);
  } finally {
    await client.end();
  }
}
