import type { Database } from 'better-sqlite3';
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn, SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Drizzle = BetterSQLite3Database & { readonly $client: Database };

/** Placeholders for a table's columns, each named like its column in the schema. */
export function rowOf<Table extends SQLiteTable>(
  table: Table,
  left: readonly string[] = [],
): SQLiteInsertValue<Table> {
  const names = Object.keys(getTableColumns(table)).filter((name) => !left.includes(name));
  // Drizzle's type wants each column by its name; that these are all it needs cannot be said in it.
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as SQLiteInsertValue<Table>;
}

/** A placeholder for `set`, encoded as the column wants it; named `name`. */
export function bound(column: SQLiteColumn, name: string): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}
