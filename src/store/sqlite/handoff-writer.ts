import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Seals } from '../sealing/seals.js';
import { handoffColumns, handoffRow } from '../transactions/new-rows.js';
import type { Handoffs } from '../transactions/rows.js';
import { handoffs } from './schema/handoffs.js';
import { bound, type Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';

type Column = keyof ReturnType<typeof handoffColumns>;
type Update = ReturnType<typeof prepareUpdate>;

export function prepareHandoffWriter(db: Drizzle, seals: Seals): Handoffs {
  const insert = prepareInsert(db, handoffs, ['sequence', 'takenBy', 'firstReplyAt', 'closedAt', 'urgency']);
  const updates = new Map<string, Update>();
  const updateOf = (columns: readonly Column[]): Update => {
    const key = columns.join();
    const known = updates.get(key) ?? prepareUpdate(db, columns);
    updates.set(key, known);
    return known;
  };
  const rate = db
    .update(handoffs)
    .set({ rating: bound(handoffs.rating, 'rating') })
    .where(isHere)
    .prepare();

  return {
    open: (thread, opening) => void insert(handoffRow(seals, thread, opening)),
    update({ number: conversation }, id, change) {
      const columns = handoffColumns(change);
      updateOf(Object.keys(columns).sort() as Column[]).run({ ...columns, id, conversation });
    },
    rate: ({ number: conversation }, id, rating) => void rate.run({ id, conversation, rating }),
  };
}

const isHere = and(
  eq(handoffs.id, sql.placeholder('id')),
  eq(handoffs.conversation, sql.placeholder('conversation')),
);

/** There are a few kinds of changes, each with columns of its own. */
function prepareUpdate(db: Drizzle, columns: readonly Column[]) {
  return db
    .update(handoffs)
    .set(Object.fromEntries(columns.map((column) => [column, bound(handoffs[column], column)])))
    .where(and(isHere, isNull(handoffs.closedAt)))
    .prepare();
}
