import { eq, sql } from 'drizzle-orm';
import type { Requests } from '../transactions/rows.js';
import { requests } from './schema/conversations.js';
import { prepareInsert, type Drizzle } from './binding.js';

export function prepareRequests(db: Drizzle): Requests {
  const insert = prepareInsert(db, requests);
  const remove = db
    .delete(requests)
    .where(eq(requests.conversation, sql.placeholder('conversation')))
    .prepare();

  return {
    open({ number: conversation, workspace, account }, { requestId, timesOutAt }) {
      remove.run({ conversation });
      insert({ conversation, workspace, account, requestId, kind: 'profile', timesOutAt });
    },
    close: ({ number }) => void remove.run({ conversation: number }),
  };
}
