import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ConsentChange, ConsentEntry } from '../../../core/consent.js';
import { json, moment, scope } from './columns.js';

/**
 * The consent ledger (P10): append-only, one hash chain a contact; triggers refuse every update and delete. Nothing in
 * here tells who the contact is, so it stays when they are erased.
 */
export const ledger = pgTable(
  'ledger',
  {
    contactId: text('contact_id').notNull(),
    /** 1, 2, 3 … within the contact's chain. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    ...scope,
    change: text('change').$type<ConsentChange>().notNull(),
    purpose: text('purpose').notNull(),
    occurredAt: moment('occurred_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    eventId: text('event_id').notNull(),
    noticeHash: text('notice_hash'),
    actor: text('actor').$type<ConsentEntry['actor']>().notNull(),
    flow: json('flow').$type<ConsentEntry['flow']>(),
    /** Binds the words and the platform's message id without telling them. */
    commitment: text('commitment').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.sequence] })],
);

/** What opens a ledger line's commitment: the erasable half of the proof. */
export const ledgerWords = pgTable(
  'ledger_words',
  {
    contactId: text('contact_id').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    ...scope,
    salt: text('salt').notNull(),
    words: text('words').notNull(),
    platformMessageId: text('platform_message_id'),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.sequence] })],
);

/** Notices that contacts were shown, once each, by their hash. */
export const notices = pgTable('notices', {
  hash: text('hash').primaryKey(),
  text: text('text').notNull(),
});

/** What stays of an erased contact who had said STOP: the salted hash of what the platform calls them. */
export const suppressions = pgTable('suppressions', {
  hash: text('hash').primaryKey(),
  stoppedOccurredAt: moment('stopped_occurred_at').notNull(),
  stoppedReceivedAt: moment('stopped_received_at').notNull(),
  createdAt: moment('created_at').notNull(),
});
