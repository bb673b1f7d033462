import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What the database knows of itself: its salt, a number that grows with each probe, and how many erasures there were and
 * how many of them are out of the files; until it is whole, how far another database has been copied into it;
 * on PostgreSQL, that all that was to come has been announced as jobs; and on SQLite, up to which row of each table words
 * are found (`indexed_…`).
 */
export const meta = sqliteTable('meta', {
  key: text('key')
    .$type<'salt' | 'heartbeat' | 'erased' | 'scrubbed' | 'copying' | 'announced'>()
    .primaryKey(),
  value: text('value').notNull(),
});
