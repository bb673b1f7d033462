import { eq, sql } from 'drizzle-orm';
import type { Seals } from '../sealing/seals.js';
import { requestRow } from '../transactions/new-rows.js';
import type { Requests } from '../transactions/rows.js';
import { requests } from './schema/conversations.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';

export function prepareRequests(db: Drizzle, seals: Seals): Requests {
  const insert = prepareInsert(db, requests);
  const remove = db
    .delete(requests)
    .where(eq(requests.conversation, sql.placeholder('conversation')))
    .prepare();

  return {
    open(thread, inquiry) {
      remove.run({ conversation: thread.number });
      insert(requestRow(seals, thread, inquiry));
    },
    close: ({ number }) => void remove.run({ conversation: number }),
  };
}
