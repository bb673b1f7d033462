import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Durable timers. One that has fired, or was cancelled, is gone. */
export const timers = pgTable(
  'timers',
  {
    conversation: conversationNumber().notNull(),
    id: text('id').notNull(),
    ...scope,
    dueAt: moment('due_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.id] }),
    index('timers_by_due_time').on(table.dueAt),
  ],
);
