import { getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** What moves, in an order in which each row finds those that it points at; and by which columns a row is known. */
const keys = {
  flows: ['workspace', 'name', 'version'],
  notices: ['hash'],
  suppressions: ['hash'],
  erasures: ['contactId'],
  ledger: ['contactId', 'sequence'],
  ledgerWords: ['contactId', 'sequence'],
  conversations: ['number'],
  aliases: ['account', 'platformId', 'workspace'],
  contactKeys: ['contactId'],
  contactTags: ['conversation', 'tag'],
  requests: ['conversation'],
  coupons: ['sequence'],
  timers: ['conversation', 'id'],
  events: ['sequence'],
  messages: ['sequence'],
  links: ['code'],
  clicks: ['sequence'],
  handoffs: ['sequence'],
  outcomes: ['sequence'],
  merges: ['contactId'],
  privateReplies: ['account', 'commentId', 'workspace'],
  accountStates: ['workspace', 'account'],
  deletionRequests: ['code'],
  notes: ['sequence'],
  uploads: ['id'],
  users: ['id'],
  sessions: ['id'],
  invitations: ['id'],
  savedReplies: ['id'],
  savedViews: ['id'],
} as const;

export type CopiedName = keyof typeof keys;

/** What moves, first things first. */
export const copiedNames = Object.keys(keys) as readonly CopiedName[];

/**
 * An engine's tables that move. Written down as SQLite's; PostgreSQL's have the same columns with the same JavaScript
 * types. What a database knows of itself alone stays behind: of `meta`, only the salt goes along.
 */
export type CopiedTables = Readonly<Record<CopiedName, SQLiteTable>>;

/** A row, its values as the schema types them: numbers, texts, booleans, null, JSON documents. */
export type CopiedRow = Readonly<Record<string, unknown>>;

/** The values of a row's key columns. */
export type CopiedKey = readonly (string | number)[];

/** The columns that are written; those that the database derives are not. */
export function writtenColumns(table: SQLiteTable): Readonly<Record<string, SQLiteColumn>> {
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.filter(([, { generated }]) => generated === undefined));
}

/** Of which columns the key is made, in its order. */
export function keyColumns(tables: CopiedTables, name: CopiedName): readonly SQLiteColumn[] {
  const columns = getTableColumns(tables[name]);
  return keys[name].map((key) => {
    const column = columns[key];
    if (column === undefined) throw new Error(`The table ${name} has no column ${key}.`);
    return column;
  });
}

export function keyOf(name: CopiedName, row: CopiedRow): CopiedKey {
  return keys[name].map((key) => row[key] as string | number);
}
