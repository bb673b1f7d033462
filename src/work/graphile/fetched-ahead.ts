import type { Job, WorkerEvents } from 'graphile-worker';
import type { Query } from './announce.js';

const returnJobs = {
  name: 'work_return_jobs',
  text: `
    with returned as (
      update graphile_worker._private_jobs
      set locked_by = null, locked_at = null, attempts = greatest(0, attempts - 1)
      where id = any($1::bigint[]) and locked_by = $2::text
      returning job_queue_id)
    update graphile_worker._private_job_queues as queues
    set locked_by = null, locked_at = null
    from returned
    where queues.id = returned.job_queue_id and queues.locked_by = $2::text`,
};

/**
 * The jobs that a pool of workers had fetched and not begun when it began to stop. They are taken from it: graphile-worker
 * 0.17 gives them back in a promise that it loses (`LocalQueue#background` throws once the queue is released), so that its
 * rejection, where the database is gone, would end the process.
 */
export class FetchedAhead {
  #jobs: readonly Job[] = [];

  /** To be made before the pool; `events` are the pool's. */
  constructor(events: WorkerEvents) {
    events.once('localQueue:init', ({ localQueue }) => {
      // Told of before the queue is released, in the same turn.
      events.once('pool:gracefulShutdown', () => {
        this.#jobs = localQueue.jobQueue.splice(0);
      });
    });
  }

  /** Gives them to whoever is there, as though they had not been fetched; rejects where the database cannot be told. */
  async giveBack(query: Query, poolId: string): Promise<void> {
    const ids = this.#jobs.map(({ id }) => id);
    if (ids.length > 0) await query({ ...returnJobs, values: [ids, poolId] });
  }
}
