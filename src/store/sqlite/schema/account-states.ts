import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { scope } from './columns.js';

/** What is known of our own accounts beside what the files say; whoever keeps a token here seals it first. */
export const accountStates = sqliteTable(
  'account_states',
  {
    ...scope,
    token: text('token'),
    refreshToken: text('refresh_token'),
    tokenExpiresAt: integer('token_expires_at'),
    tokenSource: text('token_source'),
    heardUntil: integer('heard_until'),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.account] })],
);
