import { announceUnlessAnnounced, conversationTask, type Query } from './announce.js';

const holders = {
  name: 'work_holders',
  text: `
    select locked_by as id from graphile_worker._private_jobs where locked_by is not null
    union
    select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
};

const heldConversations = {
  name: 'work_held_conversations',
  text: `
    select substr(key, ${conversationTask.length + 2}) as id from graphile_worker._private_jobs
    where locked_by = any($1::text[]) and key like '${conversationTask}:%'`,
};

const unlock = {
  name: 'work_unlock',
  text: 'select graphile_worker.force_unlock_workers($1::text[])',
};

/** The pools by which jobs are locked. */
export function findHolders(query: Query): Promise<readonly string[]> {
  return readIds(query, holders, []);
}

/**
 * Gives the jobs of pools that are gone to whoever is there. A conversation gets a new job in place of the one that is
 * held: should a pool be alive after all, then what it completes late is the old one, and nothing announced is lost.
 */
export async function releaseJobs(query: Query, poolIds: readonly string[], at: number): Promise<void> {
  const ids = await readIds(query, heldConversations, [poolIds]);
  await announceUnlessAnnounced(
    query,
    ids.map((conversationId) => ({ conversationId, at })),
  );
  await query({ ...unlock, values: [poolIds] });
}

async function readIds(
  query: Query,
  statement: { readonly name: string; readonly text: string },
  values: unknown[],
): Promise<readonly string[]> {
  const { rows } = await query({ ...statement, values });
  return rows.map((row) => (row as { readonly id: string }).id);
}
