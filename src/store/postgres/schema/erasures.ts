import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment, scope } from './columns.js';

/**
 * Who was erased, by an id that was random and tells nobody anything. Kept for ever, so that a restored backup can be
 * purged again of whoever was erased after it was made.
 */
export const erasures = pgTable('erasures', {
  contactId: text('contact_id').primaryKey(),
  ...scope,
  erasedAt: moment('erased_at').notNull(),
});
