import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { json, scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** What colleagues wrote for each other in a conversation; no contact ever reads it. */
export const notes = sqliteTable(
  'notes',
  {
    sequence: integer('sequence').primaryKey(),
    id: text('id').notNull(),
    ...scope,
    conversation: conversationNumber().notNull(),
    eventId: text('event_id').notNull(),
    authorId: text('author_id'),
    author: text('author').notNull(),
    text: text('text').notNull(),
    mentions: json('mentions').$type<readonly { readonly id: string; readonly name: string }[]>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('notes_by_id').on(table.id),
    index('notes_by_conversation').on(table.conversation, table.sequence),
  ],
);
