import { doublePrecision, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { OutcomeReached } from '../../../core/effect.js';
import { counted, json, moment, scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** What marketers count. */
export const outcomes = pgTable(
  'outcomes',
  {
    sequence: counted('sequence'),
    id: text('id').notNull(),
    ...scope,
    conversation: conversationNumber().notNull(),
    name: text('name').notNull(),
    at: moment('at').notNull(),
    source: json('source').$type<OutcomeReached['source']>().notNull(),
    runId: text('run_id'),
    value: doublePrecision('value'),
    currency: text('currency'),
  },
  (table) => [
    uniqueIndex('outcomes_by_id').on(table.id),
    index('outcomes_by_conversation').on(table.conversation, table.sequence),
    index('outcomes_by_name').on(table.name, table.sequence),
  ],
);
