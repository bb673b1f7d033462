import type { RunResult } from 'better-sqlite3';
import { Column, is, Param, Placeholder, type InferSelectModel, type Query } from 'drizzle-orm';
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

/** A parameter: what the statement is run with under this name, or where there is none, always the same. */
interface Bind {
  readonly name: string | null;
  readonly constant: unknown;
  /** Null: it passes as it is. */
  readonly encode: ((value: unknown) => unknown) | null;
}

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
  const names = Object.keys(columns);
  const decodes = Object.values<Column>(columns).map(decodeOf);
  // Each row has its fields from the beginning: to add them one by one takes longer than to find them.
  const blank: Readonly<Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, null]));
  return (values) => {
    const found = prepared.get(bindAll(binds, values));
    if (found === undefined) return undefined;
    const row = { ...blank };
    for (const [place, name] of names.entries()) {
      const decode = decodes[place];
      const value = found[place];
      row[name] = decode == null || value === null ? value : decode(value);
    }
    return row as Row;
  };
}

function bindAll(binds: readonly Bind[], values: Values): unknown[] {
  return binds.map(({ name, constant, encode }) => {
    if (name === null) return constant;
    const value = values[name];
    if (value === undefined) throw new Error(`The statement was run without a value for ${name}.`);
    return encode === null ? value : encode(value);
  });
}

/** As Drizzle reads its parameters: what belongs to a column is encoded by it, all else passes as it is. */
function toBind(param: unknown): Bind {
  if (is(param, Placeholder)) return { name: param.name, constant: null, encode: null };
  if (!is(param, Param) || !is(param.value, Placeholder))
    return { name: null, constant: param, encode: null };
  const { encoder, value } = param;
  const isPlain = encoder.mapToDriverValue === Column.prototype.mapToDriverValue;
  const encode = isPlain ? null : (given: unknown) => encoder.mapToDriverValue(given);
  return { name: value.name, constant: null, encode };
}

/** Null: what the database has is what we have. */
function decodeOf(column: Column): ((value: unknown) => unknown) | null {
  if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return null;
  return (value) => column.mapFromDriverValue(value);
}
