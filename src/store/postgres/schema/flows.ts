import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { StoredFlow } from '../../reads.js';
import { json } from './columns.js';

/** Sources of compiled flows, never changed and never removed: a run may be pinned to any of them (P8). */
export const flows = pgTable(
  'flows',
  {
    workspace: text('workspace').notNull(),
    name: text('name').notNull(),
    version: text('version').notNull(),
    definition: text('definition').notNull(),
    leadsTo: json('leads_to').$type<StoredFlow['leadsTo']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.name, table.version] })],
);
