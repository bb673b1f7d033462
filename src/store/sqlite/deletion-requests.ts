import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Store } from '../store.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import type { Write } from './group-commit.js';
import { deletionRequests } from './schema/deletion-requests.js';

export function prepareDeletionRequests(
  db: Drizzle,
  write: Write,
): Pick<Store, 'requestDeletion' | 'finishDeletion'> {
  const insert = db.insert(deletionRequests).values(rowOf(deletionRequests)).onConflictDoNothing().prepare();
  const { code, contacts, doneAt } = deletionRequests;
  const finish = db
    .update(deletionRequests)
    .set({ userId: null, contacts: bound(contacts, 'contacts'), doneAt: bound(doneAt, 'now') })
    .where(and(eq(code, sql.placeholder('code')), isNull(doneAt)))
    .prepare();

  return {
    requestDeletion: (request) => write(() => insert.run({ ...request }).changes > 0),
    finishDeletion: (finished, erased, now) =>
      write(() => finish.run({ code: finished, contacts: erased, now }).changes > 0),
  };
}
