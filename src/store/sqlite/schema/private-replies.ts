import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** The one private reply that a platform takes to each comment, and so many in a time: written down before it is sent. */
export const privateReplies = sqliteTable(
  'private_replies',
  {
    ...scope,
    commentId: text('comment_id').notNull(),
    conversation: conversationNumber().notNull(),
    /** The message that has the comment. */
    messageId: text('message_id').notNull(),
    commentedAt: integer('commented_at').notNull(),
    /** When the platform takes it no more. */
    deadline: integer('deadline').notNull(),
    /** `waiting` for its place; `claimed`: it has one, and was tried; `done`: it was sent, or never will be. */
    state: text('state').$type<'waiting' | 'claimed' | 'done'>().notNull(),
    /** When it was tried last; null: never. */
    claimedAt: integer('claimed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.commentId, table.workspace] }),
    index('private_replies_by_conversation').on(table.conversation),
    index('private_replies_waiting')
      .on(table.account, table.workspace, table.commentedAt)
      .where(sql`${table.state} = 'waiting'`),
    index('private_replies_claimed')
      .on(table.account, table.workspace, table.claimedAt)
      .where(sql`${table.claimedAt} is not null`),
    index('private_replies_by_deadline').on(table.deadline, table.state, table.claimedAt),
  ],
);
