import { and, eq, sql } from 'drizzle-orm';
import type { Timers } from '../transactions/rows.js';
import { timers } from './schema/timers.js';
import { bound, rowOf, type Drizzle } from './binding.js';

export function prepareTimers(db: Drizzle): Timers {
  const isOfThread = eq(timers.conversation, sql.placeholder('conversation'));
  const upsert = db
    .insert(timers)
    .values(rowOf(timers))
    .onConflictDoUpdate({
      target: [timers.conversation, timers.id],
      set: { dueAt: bound(timers.dueAt, 'dueAt') },
    })
    .prepare();
  const removeOne = db
    .delete(timers)
    .where(and(isOfThread, eq(timers.id, sql.placeholder('id'))))
    .prepare();
  const removeAll = db.delete(timers).where(isOfThread).prepare();

  return {
    schedule({ number: conversation, workspace, account }, { id, dueAt }) {
      upsert.run({ conversation, workspace, account, id, dueAt });
    },
    cancel: (thread, id) => void removeOne.run({ conversation: thread.number, id }),
    cancelAll: (thread) => void removeAll.run({ conversation: thread.number }),
    take: (thread, id) => removeOne.run({ conversation: thread.number, id }).changes > 0,
  };
}
