import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { HandoffReason } from '../../../core/effect.js';
import type { HandoffPriority } from '../../../core/resources.js';
import type { HandoffView } from '../../reads.js';
import { urgencyStep } from '../../urgency.js';
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
    /** By `handoffPriorities`: 0 is the most urgent. */
    rank: integer('rank').notNull().default(2),
    /** The earliest that is promised and not kept yet; null: nothing is, or the clock stands still. */
    dueAt: moment('due_at'),
    /** Office time that was left when the clock stopped, since the contact is waited for, ms; null: it runs. */
    resolveLeft: moment('resolve_left'),
    waitsFor: text('waits_for').$type<'team' | 'contact'>().notNull().default('team'),
    /** Null: since it was opened. */
    waitingSince: moment('waiting_since'),
    assigneeId: text('assignee_id'),
    assignee: text('assignee'),
    assignedAt: moment('assigned_at'),
    snoozedUntil: moment('snoozed_until'),
    closedBy: text('closed_by'),
    outcome: text('outcome'),
    rating: integer('rating'),
    /**
     * By which open ones are looked at, the smallest first: the rank, and within it what is due next. The database derives
     * it; null: it is closed.
     */
    urgency: moment('urgency').generatedAlwaysAs(
      sql`case when closed_at is null then rank * ${sql.raw(String(urgencyStep))} + coalesce(due_at, ${sql.raw(String(urgencyStep - 1))}) end`,
    ),
  },
  (table) => [
    uniqueIndex('handoffs_by_id').on(table.id),
    index('handoffs_by_conversation').on(table.conversation, table.sequence),
    index('handoffs_by_state').on(table.state, table.sequence),
    index('handoffs_by_team').on(table.team, table.sequence),
    index('handoffs_by_state_and_team').on(table.state, table.team, table.sequence),
    index('handoffs_open')
      // Behind the order, all that the views choose by: what is not in one is not even looked up.
      .on(
        ...[table.urgency, table.sequence, table.workspace, table.team, table.assigneeId, table.takenBy],
        ...[table.snoozedUntil, table.dueAt, table.account, table.conversation],
      )
      .where(sql`${table.closedAt} is null`),
    index('handoffs_open_by_age')
      .on(table.sequence)
      .where(sql`${table.closedAt} is null`),
    index('handoffs_of_assignee')
      .on(table.assigneeId, table.sequence)
      .where(sql`${table.closedAt} is null`),
    index('handoffs_by_assignment').on(table.assigneeId, table.assignedAt),
    index('handoffs_closed')
      .on(
        ...[table.closedAt, table.sequence, table.workspace, table.team],
        ...[table.assigneeId, table.account, table.conversation],
      )
      .where(sql`${table.closedAt} is not null`),
  ],
);
