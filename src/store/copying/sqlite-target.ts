import type { Database } from 'better-sqlite3';
import { eq, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { bound, rowOf, type Drizzle } from '../sqlite/binding.js';
import { makesUnavailable, toUnavailable } from '../sqlite/faults.js';
import { meta } from '../sqlite/schema/meta.js';
import { copiedNames, writtenColumns, type CopiedName, type CopiedRow } from './copied-tables.js';
import type { CopyTarget } from './copy-ends.js';
import { openSqliteEnd, sqliteCopiedTables } from './sqlite-end.js';

/**
 * The database file at `path`, to be copied into; it is made where there is none. Throws `CannotOpenStore`, also while a
 * server uses it.
 */
export function openSqliteTarget(path: string): CopyTarget {
  const { client, db, common } = openSqliteEnd(path);
  const inserts = prepareInserts(client);
  const values = prepareMetaValues(db);
  const write = prepareWrite(client);
  return {
    ...common,
    begin: (salt, mark) =>
      write(() => {
        values.set('salt', salt);
        values.set('copying', JSON.stringify(mark));
      }),
    // SQLite keeps whatever a text holds.
    add: (table, rows, markWith) =>
      write(() => {
        const mark = markWith(0);
        for (const row of rows) inserts[table](row);
        values.set('copying', JSON.stringify(mark));
        return mark;
      }),
    finish: (lastNumber) =>
      write(() => {
        continueBehind(client, lastNumber);
        lookAtContacts(client);
        values.remove('copying');
      }),
  };
}

/** One durable transaction each. */
function prepareWrite(client: Database) {
  return async <T>(work: () => T): Promise<T> => {
    try {
      return client.transaction(work).immediate();
    } catch (fault) {
      throw makesUnavailable(fault) ? toUnavailable(fault) : fault;
    }
  };
}

type Insert = (row: CopiedRow) => void;

function prepareInserts(client: Database): Readonly<Record<CopiedName, Insert>> {
  const inserts = copiedNames.map((name) => [name, prepareInsert(client, sqliteCopiedTables[name])] as const);
  return Object.fromEntries(inserts) as Record<CopiedName, Insert>;
}

/** Drizzle's own placeholders would make `false` of a boolean that is null. */
function prepareInsert(client: Database, table: SQLiteTable): Insert {
  const columns = Object.entries(writtenColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const insert = client.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${places})`);
  return (row) => {
    insert.run(
      columns.map(([key, column]) => (row[key] === null ? null : column.mapToDriverValue(row[key]))),
    );
  };
}

function prepareMetaValues(db: Drizzle) {
  const set = db
    .insert(meta)
    .values(rowOf(meta))
    .onConflictDoUpdate({ target: meta.key, set: { value: bound(meta.value, 'value') } })
    .prepare();
  const remove = db
    .delete(meta)
    .where(eq(meta.key, sql.placeholder('key')))
    .prepare();
  return {
    set: (key: 'salt' | 'copying', value: string) => void set.run({ key, value }),
    remove: (key: 'copying') => void remove.run({ key }),
  };
}

/** SQLite itself numbers behind the highest row that there is; the highest that there was may be erased. */
function continueBehind(client: Database, lastNumber: number): void {
  client.prepare("DELETE FROM sqlite_sequence WHERE name = 'conversations'").run();
  client.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('conversations', ?)").run(lastNumber);
}

/** A search finds contacts by what their events changed, of which the oldest may be gone. */
function lookAtContacts(client: Database): void {
  client.prepare('INSERT OR IGNORE INTO stale_contacts SELECT number FROM conversations').run();
}
