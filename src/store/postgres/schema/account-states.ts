import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, scope } from './columns.js';

/** What is known of our own accounts beside what the files say; whoever keeps a token here seals it first. */
export const accountStates = pgTable(
  'account_states',
  {
    ...scope,
    token: text('token'),
    refreshToken: text('refresh_token'),
    tokenExpiresAt: moment('token_expires_at'),
    tokenSource: text('token_source'),
    heardUntil: moment('heard_until'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.account] })],
);
