import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { json } from './columns.js';
import { users } from './users.js';

/** Answers that agents keep to give them again. */
export const savedReplies = sqliteTable(
  'saved_replies',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    /** Null: for all of them. */
    workspace: text('workspace'),
    shortcut: text('shortcut').notNull(),
    text: text('text').notNull(),
    isShared: integer('is_shared', { mode: 'boolean' }).notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('saved_replies_by_shortcut').on(table.ownerId, table.shortcut, table.workspace),
    index('saved_replies_shared').on(table.isShared),
  ],
);

/** Views of the queue under a name. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    isShared: integer('is_shared', { mode: 'boolean' }).notNull(),
    view: text('view').notNull(),
    sort: text('sort').notNull(),
    filters: json('filters').$type<Readonly<Record<string, string>>>().notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('saved_views_by_owner').on(table.ownerId),
    index('saved_views_shared').on(table.isShared),
  ],
);
