import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig as describePostgres } from 'drizzle-orm/pg-core';
import { getTableConfig as describeSqlite } from 'drizzle-orm/sqlite-core';
import type pg from 'pg';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { openPool } from '../../../src/store/postgres/connection.js';
import { bringUpToDate } from '../../../src/store/postgres/migrations.js';
import { erasures as postgresErasures } from '../../../src/store/postgres/schema/erasures.js';
import { meta as postgresMeta } from '../../../src/store/postgres/schema/meta.js';
import { suppressions as postgresSuppressions } from '../../../src/store/postgres/schema/consent.js';
import { postgresTables } from '../../../src/store/postgres/tables.js';
import { suppressions as sqliteSuppressions } from '../../../src/store/sqlite/schema/consent.js';
import { erasures as sqliteErasures } from '../../../src/store/sqlite/schema/erasures.js';
import { meta as sqliteMeta } from '../../../src/store/sqlite/schema/meta.js';
import { sqliteTables } from '../../../src/store/sqlite/tables.js';
import { createDatabase } from '../../postgres/test-database.js';
import { migratedDatabase, scratchPool } from './scratch.js';

const onPostgres = {
  ...postgresTables,
  erasures: postgresErasures,
  meta: postgresMeta,
  suppressions: postgresSuppressions,
};
const onSqlite = {
  ...sqliteTables,
  erasures: sqliteErasures,
  meta: sqliteMeta,
  suppressions: sqliteSuppressions,
};

type RowsOf<Tables extends Record<string, { $inferSelect: object }>> = {
  [Name in keyof Tables]: Tables[Name]['$inferSelect'];
};

/** What shared queries and copies from one engine to the other rely on. */
function shapeOf({ columns, indexes }: { columns: readonly Column[]; indexes: readonly Index[] }) {
  return {
    columns: columns.map(({ name, notNull }) => ({ name, notNull })),
    indexes: indexes.map(({ config: { name, unique } }) => ({ name, unique })),
  };
}

interface Column {
  readonly name: string;
  readonly notNull: boolean;
}

interface Index {
  readonly config: { readonly name?: string | undefined; readonly unique: boolean };
}

describe('the tables on PostgreSQL', () => {
  it('have rows of the same types as on SQLite', () => {
    expectTypeOf<RowsOf<typeof onPostgres>>().toEqualTypeOf<RowsOf<typeof onSqlite>>();

    expect(Object.keys(onPostgres).sort()).toEqual(Object.keys(onSqlite).sort());
  });

  it.each(Object.keys(onSqlite) as (keyof typeof onSqlite)[])(
    '%s has the same columns and indexes, in the same order',
    (name) => {
      const [postgres, sqlite] = [onPostgres[name], onSqlite[name]];

      expect(getTableName(postgres)).toBe(getTableName(sqlite));
      expect(Object.keys(getTableColumns(postgres))).toEqual(Object.keys(getTableColumns(sqlite)));
      expect(shapeOf(describePostgres(postgres))).toEqual(shapeOf(describeSqlite(sqlite)));
    },
  );

  it('compare every text by its bytes', async () => {
    const pool = scratchPool(await migratedDatabase());
    const { rows } = await pool.query<{ collation: string | null; count: number }>(
      `select collation_name as collation, count(*) from information_schema.columns
       where table_schema = 'public' and data_type = 'text' group by collation_name`,
    );

    expect(rows).toEqual([{ collation: 'C', count: expect.any(Number) }]);
    expect(rows[0]!.count).toBeGreaterThan(50);
  });

  it('have an index for every column that points at another table', async () => {
    const pool = scratchPool(await migratedDatabase());
    const { rows } = await pool.query(
      `select conrelid::regclass::text as table from pg_constraint
       where contype = 'f' and not exists (
         select 1 from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indpred is null)`,
    );

    expect(rows).toEqual([]);
  });
});

describe('the consent ledger on PostgreSQL', () => {
  const line = (sequence: number) =>
    `('c', ${sequence}, 'w', 'a', 'granted', 'p', 1, 1, 'e', 'contact', 'x', 'y', 'z')`;
  const insert = `insert into ledger (contact_id, sequence, workspace, account, change, purpose, occurred_at,
    received_at, event_id, actor, commitment, previous_hash, hash) values`;

  let pool: pg.Pool;
  // What is refused changes nothing, so one database does for all.
  beforeAll(async () => {
    const database = await createDatabase();
    await bringUpToDate(database.url);
    pool = openPool(database.url);
    await pool.query(`${insert} ${line(1)}`);
    await pool.query(`${insert} ${line(2)}, ${line(3)}`);
    return async () => {
      await pool.end();
      await database.drop();
    };
  });

  it('takes the next lines of a chain, several at once', async () => {
    const { rows } = await pool.query('select sequence from ledger order by sequence');

    expect(rows).toEqual([{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }]);
  });

  it.each([
    ['a change', 'update ledger set hash = $$other$$'],
    ['a removal', 'delete from ledger'],
    ['being emptied', 'truncate ledger'],
    ['a gap', `${insert} ${line(5)}`],
    ['a second first line', `${insert} ${line(1)}`],
    [
      'being overwritten',
      `${insert} ${line(1)} on conflict (contact_id, sequence) do update set hash = 'other'`,
    ],
  ])('refuses %s', async (_what, statement) => {
    await expect(pool.query(statement)).rejects.toThrow('append-only');
    expect((await pool.query('select count(*), max(hash) as hash from ledger')).rows).toEqual([
      { count: 3, hash: 'z' },
    ]);
  });
});
