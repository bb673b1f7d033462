import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import { events } from './schema/events.js';
import { privateReplies } from './schema/private-replies.js';
import type { Drizzle } from './binding.js';
import type { Write } from './group-commit.js';
import type { WordIndex } from './search/word-index.js';

/** How many events one transaction removes, so that none waits long for it. */
const mostAtOnce = 1000;

/** Word for word the condition of the index `events_prunable`. */
const isPrunable = sql`(${events.changedConsent} = 0 or ${events.payload} is not null)`;

/**
 * Removes events received before `keysBefore`, with what they said and why they were decided so. Of those that changed
 * consent the id stays for ever, so that none of them, delivered again, counts twice. Those that still wait stay whole.
 * How long a platform may deliver again, and so how far back `keysBefore` may lie, is the caller's to know (P2).
 */
export type Prune = (keysBefore: number) => Promise<{ readonly events: number }>;

export function preparePrune(db: Drizzle, write: Write, words: WordIndex): Prune {
  const old = db
    .select({ sequence: events.sequence })
    .from(events)
    .where(
      and(
        isPrunable,
        lt(events.receivedAt, sql.placeholder('before')),
        sql`${events.disposition} <> 'deferred'`,
      ),
    )
    .limit(mostAtOnce);
  const isOld = inArray(events.sequence, old);
  const blank = db
    .update(events)
    .set({ payload: null, trace: null, sealed: null })
    .where(and(isOld, eq(events.changedConsent, true)))
    .prepare();
  const remove = db
    .delete(events)
    .where(and(isOld, eq(events.changedConsent, false)))
    .prepare();

  const oldReplies = preparePruneReplies(db);

  return async (before) => {
    await write(() => oldReplies({ before }));
    let removed = 0;
    while (true) {
      const { touched, gone } = await write(() => {
        const gone = remove.run({ before }).changes;
        words.followRemoval();
        return { gone, touched: gone + blank.run({ before }).changes };
      });
      removed += gone;
      if (touched === 0) return { events: removed };
    }
  };
}

/** Of comments that the platform has long taken no answer to. */
function preparePruneReplies(db: Drizzle) {
  const isOld = and(
    lt(privateReplies.deadline, sql.placeholder('before')),
    ne(privateReplies.state, 'waiting'),
  );
  const remove = db.delete(privateReplies).where(isOld).prepare();
  return (values: { readonly before: number }) => void remove.run({ ...values });
}
