import { asc, count, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SharedDatabase } from '../queries/shared-database.js';
import type { meta as metaTable } from '../sqlite/schema/meta.js';
import {
  keyColumns,
  writtenColumns,
  type CopiedKey,
  type CopiedName,
  type CopiedRow,
  type CopiedTables,
} from './copied-tables.js';
import type { CopySource, CopyTarget } from './copy-ends.js';

/** Rows of one page: enough that a transaction for each costs little, few enough to be held in memory. */
const pageRows = 500;

type EndReads = Pick<CopySource & CopyTarget, 'readMeta' | 'count' | 'readAfter'>;

/** What is asked of either end, written once for both engines. */
export function createEndReads(db: SharedDatabase, tables: CopiedTables, meta: typeof metaTable): EndReads {
  return {
    async readMeta() {
      const rows = await db.select().from(meta);
      return new Map(rows.map(({ key, value }) => [key, value]));
    },
    async count(name) {
      const [found] = await db.select({ rows: count() }).from(tables[name]);
      return found?.rows ?? 0;
    },
    readAfter: (name, after) => readPage(db, tables, name, after),
  };
}

async function readPage(
  db: SharedDatabase,
  tables: CopiedTables,
  name: CopiedName,
  after: CopiedKey | null,
): Promise<readonly CopiedRow[]> {
  const table: SQLiteTable = tables[name];
  const key = keyColumns(tables, name);
  const page = db
    .select(writtenColumns(table))
    .from(table)
    .orderBy(...key.map((column) => asc(column)))
    .limit(pageRows);
  return after === null ? page : page.where(isBehind(key, after));
}

/** `(a, b) > (1, 2)`: both engines find the place in the key's index. */
function isBehind(key: readonly SQLiteColumn[], after: CopiedKey): SQL {
  const columns = sql.join([...key], sql`, `);
  const values = sql.join(
    key.map((column, place) => sql.param(after[place], column)),
    sql`, `,
  );
  return sql`(${columns}) > (${values})`;
}
