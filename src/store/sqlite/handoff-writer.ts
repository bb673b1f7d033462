import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Seals } from '../sealing/seals.js';
import { handoffRow } from '../transactions/new-rows.js';
import type { Handoffs } from '../transactions/rows.js';
import { handoffs } from './schema/handoffs.js';
import { bound, prepareInsert, type Drizzle } from './binding.js';

export function prepareHandoffWriter(db: Drizzle, seals: Seals): Handoffs {
  const insert = prepareInsert(db, handoffs, ['sequence', 'takenBy', 'firstReplyAt', 'closedAt']);
  const isOpenHere = and(
    eq(handoffs.id, sql.placeholder('id')),
    eq(handoffs.conversation, sql.placeholder('conversation')),
    isNull(handoffs.closedAt),
  );
  const takenBy = bound(handoffs.takenBy, 'person');
  const take = db
    .update(handoffs)
    .set({ state: sql`'taken'`, takenBy })
    .where(isOpenHere)
    .prepare();
  const reply = db
    .update(handoffs)
    .set({
      takenBy: sql`coalesce(${handoffs.takenBy}, ${takenBy})`,
      firstReplyAt: sql`coalesce(${handoffs.firstReplyAt}, ${sql.placeholder('at')})`,
    })
    .where(isOpenHere)
    .prepare();
  const close = db
    .update(handoffs)
    .set({ state: bound(handoffs.state, 'state'), closedAt: bound(handoffs.closedAt, 'at') })
    .where(isOpenHere)
    .prepare();

  return {
    open: (thread, opening) => void insert(handoffRow(seals, thread, opening)),
    update(thread, handoffId, change) {
      const values = { id: handoffId, conversation: thread.number, ...change };
      switch (change.state) {
        case 'taken':
          return void take.run(values);
        case 'replied':
          return void reply.run(values);
        case 'resolved':
        case 'handed_back':
          return void close.run(values);
      }
    },
  };
}
