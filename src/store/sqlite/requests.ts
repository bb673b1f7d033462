import { eq, sql } from 'drizzle-orm';
import type { Effect } from '../../core/effect.js';
import { requests } from './schema/conversations.js';
import { prepareInsert, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

/** Questions to the outside that wait for an answer. */
export type Requests = ReturnType<typeof prepareRequests>;

export function prepareRequests(db: Drizzle) {
  const insert = prepareInsert(db, requests);
  const remove = db
    .delete(requests)
    .where(eq(requests.conversation, sql.placeholder('conversation')))
    .prepare();

  return {
    open(
      { number: conversation, workspace, account }: Thread,
      asked: Extract<Effect, { kind: 'fetchProfile' }>,
    ): void {
      const { requestId, timesOutAt } = asked;
      remove.run({ conversation });
      insert({ conversation, workspace, account, requestId, kind: 'profile', timesOutAt });
    },
    /** The conversation awaits it no longer. */
    close: ({ number }: Thread) => void remove.run({ conversation: number }),
  };
}
