import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { SupportedChannel } from '../../../core/channel.js';
import type { Awaiting, Conversation } from '../../../core/conversation.js';
import type { Inquiry } from '../../../core/effect.js';
import type { Pins } from '../../transactions/pins.js';
import { json, scope } from './columns.js';

/** One row a thread. A contact has exactly one, so the contact is in here too. */
export const conversations = sqliteTable(
  'conversations',
  {
    /**
     * By which all other tables point at it: small, and in the order of first sight, so that what belongs to those who
     * write now lies close together. Never given twice.
     */
    number: integer('number').primaryKey({ autoIncrement: true }),
    /** By which everybody else knows it. */
    id: text('id').notNull(),
    contactId: text('contact_id').notNull(),
    ...scope,
    channel: text('channel').$type<SupportedChannel>().notNull(),
    /** The platform's id of the contact under which we write to them. */
    platformId: text('platform_id').notNull(),
    /** The truth. What stands beside it is copied out for an index, or counted. */
    state: json('state').$type<Conversation>().notNull(),
    /** What of the state was said in confidence, sealed with the contact's key; null: nothing was. */
    sealed: text('sealed'),
    pins: json('pins').$type<Pins>(),
    /** How many of its events are deferred; spares every other event the look-up. */
    waitingEvents: integer('waiting_events').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('conversations_by_id').on(table.id),
    uniqueIndex('conversations_by_contact').on(table.contactId),
    index('conversations_by_account').on(table.account, table.number),
    index('conversations_by_pins')
      .on(table.workspace, table.pins)
      .where(sql`${table.pins} is not null`),
  ],
);

/** Whose row it is: `conversations.number`. */
export function conversationNumber() {
  return integer('conversation').references(() => conversations.number);
}

/** Every id under which a platform knows a contact. */
export const aliases = sqliteTable(
  'aliases',
  {
    ...scope,
    platformId: text('platform_id').notNull(),
    conversation: conversationNumber().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.platformId, table.workspace] }),
    index('aliases_by_conversation').on(table.conversation),
  ],
);

/** Questions to the outside that a conversation awaits; at most one each. */
export const requests = sqliteTable('requests', {
  conversation: conversationNumber().primaryKey(),
  ...scope,
  requestId: text('request_id').notNull(),
  kind: text('kind').$type<Awaiting['kind']>().notNull(),
  timesOutAt: integer('times_out_at').notNull(),
  /** The question itself; null: it is for the profile, and says no more. */
  inquiry: json('inquiry').$type<Inquiry>(),
  /** What is told in it, where that was said in confidence. */
  sealed: text('sealed'),
});
