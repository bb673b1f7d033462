import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { HandoffReason } from '../../../core/effect.js';
import type { HandoffPriority } from '../../../core/resources.js';
import type { HandoffView } from '../../reads.js';
import { counted, moment, scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** Requests for a person, open and closed. */
export const handoffs = pgTable(
  'handoffs',
  {
    sequence: counted('sequence'),
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
    openedAt: moment('opened_at').notNull(),
    firstReplyAt: moment('first_reply_at'),
    closedAt: moment('closed_at'),
    firstReplyDueAt: moment('first_reply_due_at'),
    resolveDueAt: moment('resolve_due_at'),
  },
  (table) => [
    uniqueIndex('handoffs_by_id').on(table.id),
    index('handoffs_by_conversation').on(table.conversation, table.sequence),
    index('handoffs_by_state').on(table.state, table.sequence),
    index('handoffs_by_team').on(table.team, table.sequence),
    index('handoffs_by_state_and_team').on(table.state, table.team, table.sequence),
  ],
);
