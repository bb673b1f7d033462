import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OutcomeReached } from '../../../core/effect.js';
import { json, scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** What marketers count. */
export const outcomes = sqliteTable(
  'outcomes',
  {
    sequence: integer('sequence').primaryKey(),
    id: text('id').notNull(),
    ...scope,
    conversation: conversationNumber().notNull(),
    name: text('name').notNull(),
    at: integer('at').notNull(),
    source: json('source').$type<OutcomeReached['source']>().notNull(),
    runId: text('run_id'),
    value: real('value'),
    currency: text('currency'),
  },
  (table) => [
    uniqueIndex('outcomes_by_id').on(table.id),
    index('outcomes_by_conversation').on(table.conversation, table.sequence),
    index('outcomes_by_name').on(table.name, table.sequence),
  ],
);
