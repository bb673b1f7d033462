import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { TraceEntry } from '../../../core/decision.js';
import type { Event } from '../../../core/event.js';
import { isToldAsFact } from '../../fact-events.js';
import { counted, json, moment, scope } from './columns.js';

/** Everything that was decided upon, and the keys that make a repetition known. */
export const events = pgTable(
  'events',
  {
    /** The order of arrival. */
    sequence: counted('sequence'),
    /** Salted hash of the business key; outlives an erasure, of which it says nothing. */
    id: text('id').notNull(),
    ...scope,
    /** `conversations.number`, without a foreign key: as a bare dedupe key the event outlives an erased conversation. */
    conversation: bigint('conversation', { mode: 'number' }).notNull(),
    kind: text('kind').$type<Event['kind']>().notNull(),
    occurredAt: moment('occurred_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    disposition: text('disposition').$type<'handled' | 'deferred' | 'poison' | 'erased'>().notNull(),
    /** Whether it changed consent: then its key is kept for ever. */
    changedConsent: boolean('changed_consent').notNull(),
    /** Null once erased or pruned. */
    payload: json('payload').$type<Event>(),
    trace: json('trace').$type<readonly TraceEntry[]>(),
    /** The words of the payload, where they were said in confidence; of a broken conversation, its broken seal. */
    sealed: text('sealed'),
  },
  (table) => [
    uniqueIndex('events_by_id').on(table.id),
    index('events_by_conversation').on(table.conversation, table.sequence),
    index('events_deferred')
      .on(table.conversation, table.sequence)
      .where(sql`${table.disposition} = 'deferred'`),
    index('events_told_as_facts').on(table.conversation, table.sequence).where(isToldAsFact(table)),
    index('events_prunable')
      .on(table.receivedAt)
      .where(sql`not ${table.changedConsent} or ${table.payload} is not null`),
  ],
);
