import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';
import { conversations } from './conversations.js';

/** Codes that were given, each once, ever; the lists they are from stand in files. */
export const coupons = sqliteTable(
  'coupons',
  {
    sequence: integer('sequence').primaryKey(),
    ...scope,
    list: text('list').notNull(),
    code: text('code').notNull(),
    /** Whose it is; null: they were erased, and it stays given. */
    conversation: integer('conversation').references(() => conversations.number, {
      onDelete: 'set null',
    }),
    /** The wish that it answers. */
    requestId: text('request_id'),
    givenAt: integer('given_at').notNull(),
  },
  (table) => [
    uniqueIndex('coupons_by_code').on(table.workspace, table.list, table.code),
    index('coupons_by_conversation').on(table.conversation, table.sequence),
  ],
);
