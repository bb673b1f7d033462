import { and, asc, between, eq, gt, isNull, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';

/** Conversations looked at together: enough that each costs little, few enough that memory never matters. */
const pageSize = 500;

export type ConversationRow = Tables['conversations']['$inferSelect'];

/** A conversation, and what other tables say of it. */
export interface ConversationRows {
  readonly conversation: ConversationRow;
  readonly platformIds: readonly string[];
  readonly tags: readonly string[];
  readonly timerIds: readonly string[];
  readonly requestIds: readonly string[];
  readonly openHandoffIds: readonly string[];
  readonly deferredEvents: number;
}

/** The conversations numbered behind `after`, in order; empty: there are no more. */
export async function readConversationRows(
  db: SharedDatabase,
  tables: Tables,
  after: number,
): Promise<readonly ConversationRows[]> {
  const { conversations } = tables;
  const page = await db
    .select()
    .from(conversations)
    .where(gt(conversations.number, after))
    .orderBy(asc(conversations.number))
    .limit(pageSize);
  const [first, last] = [page.at(0), page.at(-1)];
  if (first === undefined || last === undefined) return [];
  const belongings = await readBelongings(db, tables, first.number, last.number);
  return page.map((conversation) => {
    const of = (found: ReadonlyMap<number, readonly string[]>) => found.get(conversation.number) ?? [];
    return {
      conversation,
      platformIds: of(belongings.platformIds),
      tags: of(belongings.tags),
      timerIds: of(belongings.timerIds),
      requestIds: of(belongings.requestIds),
      openHandoffIds: of(belongings.openHandoffIds),
      deferredEvents: of(belongings.deferredIds).length,
    };
  });
}

/** One query after the other: they share one connection, and its snapshot. */
async function readBelongings(db: SharedDatabase, tables: Tables, first: number, last: number) {
  const { aliases, contactTags, timers, requests, handoffs, events } = tables;
  const find = async (table: Belonging, what: SQLiteColumn, more?: SQL) => {
    const areOfPage = and(between(table.conversation, first, last), more);
    return gather(await db.select({ of: table.conversation, what }).from(table).where(areOfPage));
  };
  return {
    platformIds: await find(aliases, aliases.platformId),
    tags: await find(contactTags, contactTags.tag),
    timerIds: await find(timers, timers.id),
    requestIds: await find(requests, requests.requestId),
    openHandoffIds: await find(handoffs, handoffs.id, isNull(handoffs.closedAt)),
    deferredIds: await find(events, events.id, eq(events.disposition, 'deferred')),
  };
}

type Belonging = SQLiteTable & { readonly conversation: SQLiteColumn };

interface Belongs {
  readonly of: unknown;
  readonly what: unknown;
}

function gather(rows: readonly Belongs[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { of, what } of rows) {
    const known = found.get(Number(of));
    if (known === undefined) found.set(Number(of), [String(what)]);
    else known.push(String(what));
  }
  return found;
}
