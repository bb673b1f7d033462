import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReceivedMessage } from '../../../core/effect.js';
import type { Basis, MessageState, Refusal, Speaker } from '../../../core/message.js';
import { json, scope } from './columns.js';
import type { StoredBody } from '../../stored-body.js';
import { conversationNumber } from './conversations.js';

/** The story: what was received, and what was sent or is to be sent. */
export const messages = sqliteTable(
  'messages',
  {
    /** The order of the story, and of sending. */
    sequence: integer('sequence').primaryKey(),
    /** Derived from the event's; looked up within the conversation, which spares every message a second random index. */
    id: text('id').notNull(),
    ...scope,
    conversation: conversationNumber().notNull(),
    direction: text('direction').$type<'in' | 'out'>().notNull(),
    body: json('body').$type<StoredBody>().notNull(),
    /** The body, where it holds what was said in confidence. */
    sealed: text('sealed'),
    at: integer('at').notNull(),
    eventId: text('event_id').notNull(),
    platformMessageId: text('platform_message_id'),

    /** From here on: of incoming lines only. */
    from: text('from').$type<ReceivedMessage['from']>(),
    via: text('via').$type<ReceivedMessage['via']>(),

    /** From here on: of outgoing messages only. */
    state: text('state').$type<MessageState>(),
    /** Since when it is in that state (our clock). */
    stateAt: integer('state_at'),
    refusal: text('refusal').$type<Refusal>(),
    explanation: text('explanation'),
    speaker: json('speaker').$type<Speaker>(),
    basis: json('basis').$type<Basis>(),
    /** Whether it goes when the bot must fall silent: flow and system, but never a confirmation of STOP. */
    isBots: integer('is_bots', { mode: 'boolean' }),
    epoch: integer('epoch'),
    attempts: integer('attempts'),
    /** Not before then; null: now. */
    dueAt: integer('due_at'),
    /** Of the last claim: when it was, and the token that proves it. */
    claimedAt: integer('claimed_at'),
    token: text('token'),
    /**
     * Its conversation, as long as it is not settled. The database derives it; with an index of its own, what waits is
     * found without a look at what has gone, whatever the query planner makes of the other indexes.
     */
    outboxOf: integer('outbox_of').generatedAlwaysAs(
      sql`case when state in ('queued', 'sending', 'unknown') then conversation end`,
    ),
  },
  (table) => [
    index('messages_by_conversation').on(table.conversation, table.sequence),
    index('messages_by_platform_id')
      .on(table.conversation, table.platformMessageId)
      .where(sql`${table.direction} = 'out' and ${table.platformMessageId} is not null`),
    index('messages_in_outbox')
      .on(table.outboxOf, table.sequence, table.state)
      .where(sql`${table.outboxOf} is not null`),
    index('messages_unread')
      .on(table.conversation, table.claimedAt)
      .where(sql`${table.state} in ('sent', 'delivered')`),
    index('messages_by_account_and_claim')
      .on(table.account, table.claimedAt)
      .where(sql`${table.claimedAt} is not null`),
  ],
);
