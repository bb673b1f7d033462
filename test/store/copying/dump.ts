import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { canonicalJson } from '../../../src/flow/compile/canonical-json.js';

/** What a database knows of itself alone, and so does not move. */
const own = new Set(['__drizzle_migrations', 'meta', 'sqlite_stat1', 'sqlite_stat4', 'stale_contacts']);

/** Where words are found is made anew. */
const derived = /^(?:message|note|contact)_words/;

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table of a database file, its JSON parsed: in what order a database keeps names is its own business. */
export function dump(path: string): Readonly<Record<string, readonly Row[]>> {
  const client = new Sqlite(path, { readonly: true });
  try {
    const names = client
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    const tables = (names as string[]).filter((name) => !own.has(name) && !derived.test(name));
    return Object.fromEntries(tables.map((table) => [table, readTable(client, table)]));
  } finally {
    client.close();
  }
}

/** In an order that rests on nothing but what is in the rows. */
function readTable(client: Sqlite.Database, table: string): readonly Row[] {
  const rows = client.prepare(`SELECT * FROM "${table}"`).all() as Row[];
  const parsed = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, parseDocument(value)])),
  );
  return parsed
    .map((row) => ({
      row,
      key: JSON.stringify(Object.values(row).filter((value) => typeof value !== 'object')),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

function parseDocument(value: unknown): unknown {
  return typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value;
}

/** A hash a table: whether two databases have the same rows, quickly told. */
export function fingerprint(path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(dump(path)).map(([table, rows]) => {
      const hash = createHash('sha256');
      for (const row of rows) hash.update(canonicalJson(row));
      return [table, `${rows.length} rows, ${hash.digest('hex')}`];
    }),
  );
}

/** A value of `meta`. */
export function readMeta(path: string, key: string): unknown {
  const client = new Sqlite(path, { readonly: true });
  try {
    return client.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  } finally {
    client.close();
  }
}
