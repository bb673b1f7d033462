import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/**
 * Contacts who turned out to be another one whom we know. Their conversation is now part of that one's; their ledger stays
 * as it was, a chain of its own.
 */
export const merges = sqliteTable(
  'merges',
  {
    contactId: text('contact_id').primaryKey(),
    ...scope,
    /** By which it was known while it was a conversation of its own. */
    conversationId: text('conversation_id').notNull(),
    /** Of which it is part now. */
    conversation: conversationNumber().notNull(),
    mergedAt: integer('merged_at').notNull(),
  },
  (table) => [
    index('merges_by_conversation').on(table.conversation),
    index('merges_by_conversation_id').on(table.conversationId),
  ],
);
