import { pgTable, text } from 'drizzle-orm/pg-core';

/**
 * What the database knows of itself: its salt, a number that grows with each probe, and how many erasures there were and
 * how many of them are out of the files.
 */
export const meta = pgTable('meta', {
  key: text('key').$type<'salt' | 'heartbeat' | 'erased' | 'scrubbed'>().primaryKey(),
  value: text('value').notNull(),
});
