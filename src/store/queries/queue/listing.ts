import { and, eq, type SQL } from 'drizzle-orm';
import type { QueueFilter, QueueItem, QueueReads, QueueScope } from '../../queue.js';
import { selectHandoffs, toView, type HandoffRow } from '../handoffs.js';
import { answerOnce, type SharedDatabase } from '../shared-database.js';
import type { Tables } from '../tables.js';
import { isInView, isSeen, matches } from './conditions.js';
import { readLastLines } from './last-lines.js';
import { orderOf, type Order } from './order.js';

type ItemReads = Pick<QueueReads, 'listQueue' | 'readQueueItem' | 'readQueueItemsOf'>;

/** Closed handoffs only become more: a page looks at no more of them than these, however few of them fit. */
const mostClosedLookedAt = 10_000;

export function prepareQueueListing(db: SharedDatabase, tables: Tables): ItemReads {
  const { conversations, handoffs } = tables;
  const findAll = async (where: SQL): Promise<readonly QueueItem[]> =>
    toItems(db, tables, await answerOnce(selectHandoffs(db, tables).where(where)));
  return {
    listQueue: prepareList(db, tables),
    readQueueItem: async (id) => (await findAll(eq(handoffs.id, id)))[0] ?? null,
    readQueueItemsOf: async (conversationId) =>
      [...(await findAll(eq(conversations.id, conversationId)))].sort(newestFirst),
  };
}

function newestFirst(one: QueueItem, other: QueueItem): number {
  return (other.closedAt ?? Infinity) - (one.closedAt ?? Infinity) || other.openedAt - one.openedAt;
}

function prepareList(db: SharedDatabase, tables: Tables): QueueReads['listQueue'] {
  const { handoffs } = tables;
  return async (scope, filter, { sort, page }, now) => {
    const order = orderOf(handoffs, filter.view, sort);
    const { wanted, ...place } = conditionsOf(db, tables, { scope, filter, now });
    const shown = and(place.shown, page.after === null ? undefined : order.behind(page.after));
    const isEndless = filter.view === 'resolved' && wanted !== undefined;
    const end = isEndless ? await findEnd(db, tables, order, shown) : null;
    const rows = await answerOnce(
      selectHandoffs(db, tables)
        .where(and(shown, end === null ? undefined : order.upTo(end), wanted))
        .orderBy(...order.by)
        .limit(page.limit + 1),
    );
    const last = rows[page.limit - 1]?.handoff;
    const next = rows.length > page.limit && last !== undefined ? order.cursorOf(last) : end;
    return { items: await toItems(db, tables, rows.slice(0, page.limit)), next };
  };
}

interface Asked {
  readonly scope: QueueScope;
  readonly filter: QueueFilter;
  readonly now: number;
}

/** `shown`: what belongs to the view; `wanted`: what is to be picked of it, undefined: all. */
function conditionsOf(db: SharedDatabase, tables: Tables, { scope, filter, now }: Asked) {
  const { handoffs } = tables;
  return {
    shown: isInView(handoffs, filter.view, scope, now),
    wanted: and(isSeen(handoffs, scope.workspaces), matches(db, tables, filter)),
  };
}

/** Where a page must end at the latest; null: so many there are not. */
async function findEnd(
  db: SharedDatabase,
  { handoffs }: Tables,
  order: Order,
  shown: SQL | undefined,
): Promise<string | null> {
  const { sequence, urgency, closedAt } = handoffs;
  const [end] = await answerOnce(
    db
      .select({ sequence, urgency, closedAt })
      .from(handoffs)
      .where(shown)
      .orderBy(...order.by)
      .limit(1)
      .offset(mostClosedLookedAt - 1),
  );
  return end === undefined ? null : order.cursorOf(end);
}

async function toItems(
  db: SharedDatabase,
  tables: Tables,
  rows: readonly HandoffRow[],
): Promise<readonly QueueItem[]> {
  const numbers = new Set(rows.map(({ handoff }) => handoff.conversation));
  const lines = await readLastLines(db, tables, [...numbers]);
  return rows.map((row) => ({
    ...toView(row),
    contactId: row.state.contact.id,
    tags: row.state.contact.tags,
    lastMessage: lines.get(row.handoff.conversation) ?? null,
  }));
}
