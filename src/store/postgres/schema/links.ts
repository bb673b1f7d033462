import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { counted, moment, scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Tracked links: each code belongs to one message, so that a click names the message that earned it. */
export const links = pgTable(
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

export const clicks = pgTable(
  'clicks',
  {
    sequence: counted('sequence'),
    ...scope,
    conversation: conversationNumber().notNull(),
    code: text('code').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('clicks_by_conversation').on(table.conversation, table.sequence)],
);
