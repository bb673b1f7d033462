import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';

/**
 * What opens that which contacts have said in confidence, a key each. It goes first when somebody is erased: whatever is
 * left of their words then, in an old page or a log, is noise.
 */
export const contactKeys = sqliteTable('contact_keys', {
  contactId: text('contact_id').primaryKey(),
  ...scope,
  /** 256 random bits, base64. */
  key: text('key').notNull(),
});
