import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { MediaKind } from '../../../core/message.js';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Files that agents send along. */
export const uploads = sqliteTable(
  'uploads',
  {
    id: text('id').primaryKey(),
    ...scope,
    conversation: conversationNumber().notNull(),
    userId: text('user_id'),
    token: text('token').notNull(),
    kind: text('kind').$type<MediaKind>().notNull(),
    mimeType: text('mime_type').notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Null: it has not been, and goes after a day. */
    sentAt: integer('sent_at'),
    /** Base64: so it moves from one engine to the other like every other row. Last, so that the rest is read without it. */
    content: text('content').notNull(),
  },
  (table) => [
    uniqueIndex('uploads_by_token').on(table.token),
    index('uploads_by_conversation').on(table.conversation),
    index('uploads_unsent')
      .on(table.createdAt)
      .where(sql`${table.sentAt} is null`),
  ],
);
