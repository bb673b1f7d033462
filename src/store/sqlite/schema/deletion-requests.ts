import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Wishes to be deleted that a platform passed on, by the code under which whoever made one can follow it. */
export const deletionRequests = sqliteTable(
  'deletion_requests',
  {
    code: text('code').primaryKey(),
    /** Null: it may be meant for several. */
    workspace: text('workspace'),
    /** What the platform's app calls them; null: it is done, and they are forgotten here, too. */
    userId: text('user_id'),
    requestedAt: integer('requested_at').notNull(),
    contacts: integer('contacts').notNull(),
    /** Null: it is not done yet. */
    doneAt: integer('done_at'),
  },
  (table) => [index('deletion_requests_by_done').on(table.doneAt, table.requestedAt)],
);
