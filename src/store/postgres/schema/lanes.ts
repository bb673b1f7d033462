import { doublePrecision, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { moment, scope } from './columns.js';

/** How fast each account may send, whichever process sends. */
export const sendLanes = pgTable(
  'send_lanes',
  {
    ...scope,
    /** When the next message may go, epoch milliseconds and parts of them: a fast account has many places in each. */
    nextAt: doublePrecision('next_at').notNull(),
    /** Nothing goes before then: the platform asked for patience. */
    pausedUntil: moment('paused_until'),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.account] })],
);
