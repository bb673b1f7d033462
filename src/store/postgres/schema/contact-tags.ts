import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { scope } from './columns.js';
import { conversationNumber } from './conversations.js';

/** The tags of contacts, a row each: copied out of the state, so that whoever has one is found without reading everybody's. */
export const contactTags = pgTable(
  'contact_tags',
  {
    ...scope,
    conversation: conversationNumber().notNull(),
    tag: text('tag').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.tag] }),
    index('contact_tags_by_tag').on(table.tag, table.conversation),
  ],
);
