import { and, eq, sql } from 'drizzle-orm';
import type { Timer } from '../../core/effect.js';
import { timers } from './schema/timers.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

/** Durable timers, each its conversation's own. */
export type Timers = ReturnType<typeof prepareTimers>;

export function prepareTimers(db: Drizzle) {
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
    schedule({ number: conversation, workspace, account }: Thread, { id, dueAt }: Timer): void {
      upsert.run({ conversation, workspace, account, id, dueAt });
    },
    cancel: (thread: Thread, id: string) => void removeOne.run({ conversation: thread.number, id }),
    cancelAll: (thread: Thread) => void removeAll.run({ conversation: thread.number }),
    /** Of one that fires: false when it is gone, because it was cancelled or has fired before. */
    take: (thread: Thread, id: string) => removeOne.run({ conversation: thread.number, id }).changes > 0,
  };
}
