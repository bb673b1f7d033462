import { pgTable, text } from 'drizzle-orm/pg-core';

/**
 * What the database knows of itself: its salt, a number that grows with each probe, and how many erasures there were and
 * how many of them are out of the files; and, until it is whole, how far another database has been copied into it.
 */
export const meta = pgTable('meta', {
  key: text('key').$type<'salt' | 'heartbeat' | 'erased' | 'scrubbed' | 'copying'>().primaryKey(),
  value: text('value').notNull(),
});
