import type { Proviso } from '../store.js';
import type { Standing } from './rows.js';
import type { Thread } from './thread.js';

/** Whether an event may be decided that is provided with something. Runs inside the transaction that decides it. */
export function isStillSo(standing: Standing, thread: Thread, proviso: Proviso, now: number): boolean {
  if (proviso.kind === 'room') return standing.countAssigned(proviso.userId, now) < proviso.most;
  const newest = standing.newestByOthers(thread, proviso.asker);
  return newest.message <= proviso.than.message && newest.note <= proviso.than.note;
}
