import { getTableColumns, type Column, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { toJsonParameter } from './json-parameter.js';

/** A statement that takes all its rows at once, as a JSON parameter; by its name the server knows it again. */
export interface BulkStatement<Row> {
  readonly name: string;
  readonly text: string;
  /** Its parameters. */
  readonly values: (rows: readonly Row[]) => unknown[];
}

type Row<Table extends PgTable> = InferSelectModel<Table>;
type NameIn<Table extends PgTable> = keyof Row<Table> & string;

/**
 * Inserts rows in the order in which they are given. Columns that are `left` are the database's to fill; others that a row
 * does not name are null.
 */
export function insertInto<Table extends PgTable>(
  table: Table,
  left: readonly NameIn<Table>[] = [],
  onConflict = '',
): BulkStatement<InferInsertModel<Table>> {
  const names: readonly string[] = left;
  const columns = columnsOf(table).filter(([name]) => !names.includes(name));
  const { name } = getTableConfig(table);
  const into = columns.map(([, column]) => quote(column.name)).join(', ');
  const values = columns.map(([key]) => `given.${quote(key)}`).join(', ');
  return {
    name: `insert_${name}`,
    text: `insert into ${quote(name)} (${into}) select ${values} from ${given(columns)} ${onConflict}`,
    values: (rows) => [toJsonParameter(rows)],
  };
}

/**
 * Writes the columns `changing` of those rows that the column `by` finds: by their keys too, which the planner sees to be few
 * even where it knows nothing of the table yet.
 */
export function updateOf<Table extends PgTable, Changing extends NameIn<Table>, By extends NameIn<Table>>(
  table: Table,
  changing: readonly Changing[],
  by: By,
): BulkStatement<Pick<Row<Table>, Changing | By>> {
  const names: readonly string[] = [...changing, by];
  const columns = columnsOf(table).filter(([name]) => names.includes(name));
  const { name } = getTableConfig(table);
  const column = (key: string) => quote(columns.find(([known]) => known === key)?.[1].name ?? key);
  const set = changing.map((key) => `${column(key)} = given.${quote(key)}`).join(', ');
  const key = columns.find(([known]) => known === by)?.[1];
  const isKey = `target.${column(by)} = any($2::${key?.getSQLType() ?? ''}[])`;
  const where = `target.${column(by)} = given.${quote(by)} and ${isKey}`;
  return {
    name: `update_${name}_${changing[0] ?? ''}`,
    text: `update ${quote(name)} target set ${set} from ${given(columns)} where ${where}`,
    values: (rows) => [toJsonParameter(rows), rows.map((row) => row[by])],
  };
}

/** For `select`: columns under the names that their rows have in our code. */
export function selectList<Table extends PgTable>(table: Table, keys: readonly NameIn<Table>[]): string {
  const columns = new Map(columnsOf(table));
  return keys.map((key) => `${quote(columns.get(key)?.name ?? key)} as ${quote(key)}`).join(', ');
}

function columnsOf(table: PgTable): readonly (readonly [key: string, column: Column])[] {
  return Object.entries(getTableColumns(table)).filter(([, { generated }]) => generated === undefined);
}

function given(columns: readonly (readonly [string, Column])[]): string {
  const list = columns.map(([key, column]) => `${quote(key)} ${column.getSQLType()}`).join(', ');
  return `jsonb_to_recordset($1::jsonb) as given (${list})`;
}

function quote(name: string): string {
  return `"${name}"`;
}
