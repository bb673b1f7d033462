import type { Tasks } from '../work.js';
import { announceUnlessAnnounced, conversationTask, type Query } from './announce.js';

const withoutJob = {
  name: 'work_without_job',
  text: `
    select due.id from unnest($1::text[]) as due (id)
    where not exists (
      select from graphile_worker._private_jobs as jobs
      where jobs.key = '${conversationTask}:' || due.id and (jobs.is_available or jobs.locked_at is not null))`,
};

/** Announces conversations whose job is missing: those that were copied from another store, for one. */
export async function announceLeftOver(query: Query, tasks: Tasks, at: number): Promise<void> {
  let after: string | null = null;
  do {
    const page = await tasks.leftOver(after);
    const { rows } = await query({ ...withoutJob, values: [page] });
    const ids = rows.map((row) => (row as { readonly id: string }).id);
    await announceUnlessAnnounced(
      query,
      ids.map((conversationId) => ({ conversationId, at })),
    );
    after = page.at(-1) ?? null;
  } while (after !== null);
}
