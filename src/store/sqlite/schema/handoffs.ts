import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { HandoffReason } from '../../../core/effect.js';
import type { HandoffPriority } from '../../../core/resources.js';
import type { HandoffView } from '../../reads.js';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Requests for a person, open and closed. */
export const handoffs = sqliteTable(
  'handoffs',
  {
    sequence: integer('sequence').primaryKey(),
    id: text('id').notNull(),
    ...scope,
    conversation: conversationNumber().notNull(),
    team: text('team'),
    reason: text('reason').$type<HandoffReason>().notNull(),
    note: text('note').notNull(),
    /** Null: normal. */
    priority: text('priority').$type<HandoffPriority>(),
    reference: text('reference'),
    /** Note and reference, where they hold what was said in confidence. */
    sealed: text('sealed'),
    state: text('state').$type<HandoffView['state']>().notNull(),
    takenBy: text('taken_by'),
    openedAt: integer('opened_at').notNull(),
    firstReplyAt: integer('first_reply_at'),
    closedAt: integer('closed_at'),
    firstReplyDueAt: integer('first_reply_due_at'),
    resolveDueAt: integer('resolve_due_at'),
  },
  (table) => [
    uniqueIndex('handoffs_by_id').on(table.id),
    index('handoffs_by_conversation').on(table.conversation, table.sequence),
    index('handoffs_by_state').on(table.state, table.sequence),
    index('handoffs_by_team').on(table.team, table.sequence),
    index('handoffs_by_state_and_team').on(table.state, table.team, table.sequence),
  ],
);
