import type { Query } from './announce.js';

/**
 * Jobs that were announced anew while they were under way, and then failed or were given up: graphile-worker keeps them
 * without a key, and never does them again.
 */
const removeReplaced = {
  name: 'work_remove_replaced',
  text: `
    delete from graphile_worker._private_jobs
    where key is null and not is_available and locked_at is null`,
};

/**
 * Each `add_jobs` takes a number for a task that it then finds known, and the numbers end at 2^31: after 25 days at
 * 1,000 a second nothing could be announced any more. Early enough they begin again behind the last one in use.
 */
const reuseTaskNumbers = {
  name: 'work_reuse_task_numbers',
  text: `
    select setval(sequence, (select max(id) from graphile_worker._private_tasks))
    from pg_get_serial_sequence('graphile_worker._private_tasks', 'id') as sequence
    where pg_sequence_last_value(sequence::regclass) > 1000000000`,
};

/** Keeps graphile-worker's tables from filling up. */
export async function tidyJobs(query: Query): Promise<void> {
  await query({ ...removeReplaced, values: [] });
  await query({ ...reuseTaskNumbers, values: [] });
}
