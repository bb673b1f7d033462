import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { json, moment } from './columns.js';
import { users } from './users.js';

/** Answers that agents keep to give them again. */
export const savedReplies = pgTable(
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
    isShared: boolean('is_shared').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('saved_replies_by_shortcut').on(table.ownerId, table.shortcut, table.workspace),
    index('saved_replies_shared').on(table.isShared),
  ],
);

/** Views of the queue under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    isShared: boolean('is_shared').notNull(),
    view: text('view').notNull(),
    sort: text('sort').notNull(),
    filters: json('filters').$type<Readonly<Record<string, string>>>().notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('saved_views_by_owner').on(table.ownerId),
    index('saved_views_shared').on(table.isShared),
  ],
);
