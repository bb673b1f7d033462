import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Durable timers. One that has fired, or was cancelled, is gone. */
export const timers = sqliteTable(
  'timers',
  {
    conversation: conversationNumber().notNull(),
    id: text('id').notNull(),
    ...scope,
    dueAt: integer('due_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.id] }),
    index('timers_by_due_time').on(table.dueAt),
  ],
);
