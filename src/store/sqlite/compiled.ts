import type { RunResult } from 'better-sqlite3';
import { is, Param, Placeholder, type Column, type InferSelectModel, type Query } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { rowOf, type Drizzle } from './binding.js';

/**
 * Statements on the way of every message. Drizzle says what they are; how values are bound and rows are read is worked out
 * once and not at each run, where Drizzle's own look through its parameters and fields costs as much as a small insert.
 * Measured by `npm run bench`.
 */

/** What a statement is run with, by the names of its placeholders. */
type Values = Readonly<Record<string, unknown>>;

interface Built {
  toSQL(): Query;
}

/** Makes a parameter of what the statement is run with. */
type Bind = (values: Values) => unknown;

/** An insert, update or delete. */
export function compileRun(db: Drizzle, statement: Built): (values: Values) => RunResult {
  const { sql, params } = statement.toSQL();
  const prepared = db.$client.prepare(sql);
  const binds = params.map(toBind);
  return (values) => prepared.run(bindAll(binds, values));
}

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
  const insert = compileRun(db, db.insert(table).values(rowOf(table, left)));
  return (row) => Number(insert(row).lastInsertRowid);
}

/** A select of at most one row; `columns` are those that it selects, in their order. */
export function compileGet<Row extends object>(
  db: Drizzle,
  columns: Readonly<Record<keyof Row, Column>>,
  statement: Built & { get(): Row | undefined },
): (values: Values) => Row | undefined {
  const { sql, params } = statement.toSQL();
  const prepared = db.$client.prepare<unknown[], readonly unknown[]>(sql).raw();
  const binds = params.map(toBind);
  const fields = Object.entries<Column>(columns);
  return (values) => {
    const found = prepared.get(bindAll(binds, values));
    if (found === undefined) return undefined;
    const row: Record<string, unknown> = {};
    let place = 0;
    for (const [name, column] of fields) {
      const value = found[place++];
      row[name] = value === null ? null : column.mapFromDriverValue(value);
    }
    return row as Row;
  };
}

function bindAll(binds: readonly Bind[], values: Values): unknown[] {
  const bound = new Array<unknown>(binds.length);
  for (let place = 0; place < binds.length; place += 1) bound[place] = binds[place]?.(values);
  return bound;
}

/** As Drizzle reads its parameters: what belongs to a column is encoded by it, all else passes as it is. */
function toBind(param: unknown): Bind {
  if (is(param, Placeholder)) return valueOf(param);
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const read = valueOf(param.value);
  const { encoder } = param;
  return (values) => encoder.mapToDriverValue(read(values));
}

function valueOf({ name }: Placeholder): Bind {
  return (values) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The statement was run without a value for ${name}.`);
    return value;
  };
}
