import { getTableColumns, sql, type InferSelectModel, type SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn, SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Drizzle = BetterSQLite3Database;

type Row<Table extends SQLiteTable> = InferSelectModel<Table>;
type NameIn<Table extends SQLiteTable> = keyof Row<Table> & string;

/**
 * An insert prepared once. Columns that are `left` are SQLite's to fill: the row's number, which is the answer, and nulls.
 * On the way of every message, naming a dozen nulls would cost as much as the insert itself.
 */
export function prepareInsert<Table extends SQLiteTable, Left extends NameIn<Table> = never>(
  db: Drizzle,
  table: Table,
  left: readonly Left[] = [],
): (row: Omit<Row<Table>, Left>) => number {
  const insert = db.insert(table).values(rowOf(table, left)).prepare();
  return (row) => Number(insert.run(row).lastInsertRowid);
}

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
