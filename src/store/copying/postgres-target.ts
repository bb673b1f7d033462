import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { insertInto, type BulkStatement } from '../postgres/bulk-sql.js';
import { toJsonParameter } from '../postgres/json-parameter.js';
import { copiedNames, type CopiedName, type CopiedRow } from './copied-tables.js';
import type { CopyTarget } from './copy-ends.js';
import { openPostgresEnd, postgresCopiedTables, refuseServed, type PostgresEnd } from './postgres-end.js';

type Query = PostgresEnd['query'];

/** A PostgreSQL database to be copied into. Rejects with `CannotOpenStore`, and with `CopyRefused` while a server uses it. */
export async function openPostgresTarget(url: string): Promise<CopyTarget> {
  const end = await openPostgresEnd(url);
  await refuseServed(end, 'target');
  const { query, common } = end;
  const inserts = new Map(copiedNames.map((name) => [name, insertInto<PgTable>(postgresCopiedTables[name])]));
  return {
    ...common,
    begin: (salt, mark) =>
      inTransaction(query, async () => {
        await setMeta(query, 'salt', salt);
        // What comes has no jobs yet, whatever a server said of the empty database: the next one announces it all.
        await query(`delete from meta where key = 'announced'`);
        await setMeta(query, 'copying', JSON.stringify(mark));
      }),
    add: (table, rows, markWith) =>
      inTransaction(query, async () => {
        const mark = markWith(await insert(query, inserts.get(table), rows));
        await setMeta(query, 'copying', JSON.stringify(mark));
        return mark;
      }),
    finish: async (lastNumber) => {
      // Without statistics the planner takes tables that were just filled for empty ones.
      await query('analyze');
      await inTransaction(query, async () => {
        await continueBehind(query, lastNumber);
        await query(`delete from meta where key = 'copying'`);
      });
    },
  };
}

async function inTransaction<T>(query: Query, work: () => Promise<T>): Promise<T> {
  await query('begin');
  try {
    const result = await work();
    await query('commit');
    return result;
  } catch (fault) {
    // Where the connection is gone, the transaction is too.
    await query('rollback').catch(() => undefined);
    throw fault;
  }
}

async function setMeta(query: Query, key: 'salt' | 'copying', value: string): Promise<void> {
  await query(
    'insert into meta (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, value],
  );
}

/** Answers how many characters PostgreSQL cannot keep. */
async function insert(
  query: Query,
  statement: Pick<BulkStatement<unknown>, 'name' | 'text'> | undefined,
  rows: readonly CopiedRow[],
): Promise<number> {
  if (statement === undefined) throw new Error('There is no statement for the table.');
  const parameter = toJsonParameter(rows);
  await query({ name: statement.name, text: statement.text, values: [parameter] });
  return countReplaced(rows, parameter);
}

function countReplaced(rows: readonly CopiedRow[], parameter: string): number {
  return countMarks(parameter) - countMarks(JSON.stringify(rows));
}

function countMarks(text: string): number {
  return text.split('\uFFFD').length - 1;
}

/** Rows came with their numbers, so the database has not counted along. */
async function continueBehind(query: Query, lastNumber: number): Promise<void> {
  for (const [name, column] of counters) {
    const table = getTableName(postgresCopiedTables[name]);
    const least = name === 'conversations' ? lastNumber : 0;
    await query(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), greatest(last, 1), last > 0)
       from (select greatest(max(${column}), $1::bigint) as last from ${table}) as counted`,
      [least],
    );
  }
}

const counters: readonly (readonly [CopiedName, column: string])[] = [
  ['conversations', 'number'],
  ['events', 'sequence'],
  ['messages', 'sequence'],
  ['clicks', 'sequence'],
  ['handoffs', 'sequence'],
  ['outcomes', 'sequence'],
  ['coupons', 'sequence'],
  ['notes', 'sequence'],
];
