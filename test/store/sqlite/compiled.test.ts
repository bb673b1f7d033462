import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileGet, compileRun, prepareInsert } from '../../../src/store/sqlite/compiled.js';
import { json } from '../../../src/store/sqlite/schema/columns.js';

const things = sqliteTable('things', {
  number: integer('number').primaryKey(),
  name: text('name').notNull(),
  isGone: integer('is_gone', { mode: 'boolean' }).notNull(),
  body: json('body').$type<{ readonly of: string } | null>(),
});

const columns = { name: things.name, isGone: things.isGone, body: things.body };

function open() {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  client.exec('create table things (number integer primary key, name text, is_gone integer, body text)');
  const db = drizzle(client);
  const byName = db
    .select(columns)
    .from(things)
    .where(eq(things.name, sql.placeholder('name')));
  return {
    db,
    client,
    insert: prepareInsert(db, things, ['number']),
    find: compileGet(db, columns, byName),
    asDrizzle: byName.prepare(),
  };
}

describe('compiled statements', () => {
  it('write and read what a column encodes, as Drizzle does', () => {
    const { insert, find, asDrizzle } = open();
    const row = { name: 'one', isGone: true, body: { of: 'it' } };
    expect(insert(row)).toBe(1);
    expect(insert({ ...row, name: 'two', isGone: false, body: null })).toBe(2);
    expect(find({ name: 'one' })).toEqual(row);
    expect(find({ name: 'two' })).toEqual({ name: 'two', isGone: false, body: null });
    for (const name of ['one', 'two']) expect(find({ name })).toEqual(asDrizzle.get({ name }));
  });

  it('find nothing where nothing is', () => {
    expect(open().find({ name: 'one' })).toBeUndefined();
  });

  it('keep what is no placeholder as it was said', () => {
    const { db, client, insert } = open();
    insert({ name: 'one', isGone: false, body: null });
    const isOne = and(eq(things.name, sql.placeholder('name')), eq(things.isGone, false));
    const lose = compileRun(db, db.update(things).set({ isGone: true }).where(isOne));
    expect([lose({ name: 'one' }).changes, lose({ name: 'one' }).changes]).toEqual([1, 0]);
    expect(client.prepare('select is_gone from things').pluck().get()).toBe(1);
  });

  it('refuse to be run without a value that they name', () => {
    expect(() => open().find({})).toThrow('without a value for name');
  });
});
