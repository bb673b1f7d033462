import { and, eq, sql } from 'drizzle-orm';
import type { Timer } from '../../core/effect.js';
import { timers } from '../schema/timers.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

/** Durable timers, each its conversation's own. */
export type Timers = ReturnType<typeof prepareTimers>;

export function prepareTimers(db: Drizzle) {
  const isOfThread = eq(timers.conversationId, sql.placeholder('conversationId'));
  const upsert = db
    .insert(timers)
    .values(rowOf(timers))
    .onConflictDoUpdate({
      target: [timers.conversationId, timers.id],
      set: { dueAt: bound(timers.dueAt, 'dueAt') },
    })
    .prepare();
  const removeOne = db
    .delete(timers)
    .where(and(isOfThread, eq(timers.id, sql.placeholder('id'))))
    .prepare();
  const removeAll = db.delete(timers).where(isOfThread).prepare();

  return {
    schedule({ id: conversationId, workspace, account }: Thread, { id, dueAt }: Timer): void {
      upsert.run({ conversationId, workspace, account, id, dueAt });
    },
    cancel: (thread: Thread, id: string) => void removeOne.run({ conversationId: thread.id, id }),
    cancelAll: (thread: Thread) => void removeAll.run({ conversationId: thread.id }),
    /** Of one that fires: false when it is gone, because it was cancelled or has fired before. */
    take: (thread: Thread, id: string) => removeOne.run({ conversationId: thread.id, id }).changes > 0,
  };
}
