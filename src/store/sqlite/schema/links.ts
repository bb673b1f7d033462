import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Tracked links: each code belongs to one message, so that a click names the message that earned it. */
export const links = sqliteTable(
  'links',
  {
    code: text('code').primaryKey(),
    ...scope,
    conversation: conversationNumber().notNull(),
    messageId: text('message_id').notNull(),
    target: text('target').notNull(),
  },
  (table) => [index('links_by_conversation').on(table.conversation)],
);

export const clicks = sqliteTable(
  'clicks',
  {
    sequence: integer('sequence').primaryKey(),
    ...scope,
    conversation: conversationNumber().notNull(),
    code: text('code').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('clicks_by_conversation').on(table.conversation, table.sequence)],
);
