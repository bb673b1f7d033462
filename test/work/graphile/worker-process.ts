import { GraphileWork } from '../../../src/work/graphile/graphile-work.js';
import { AdvisoryPresence } from './advisory-presence.js';
import { NotedTasks } from './noted-tasks.js';
import { openPool } from './open-pool.js';

/** Another process on the database of `argv[2]`: says which conversation it serves, and never ends serving it. */
const url = process.argv[2]!;
const tasks = new NotedTasks((conversationId) => {
  process.send?.(conversationId);
  return new Promise(() => undefined);
});
const work = new GraphileWork(tasks, {
  ...{ pool: openPool(url), presence: await AdvisoryPresence.stand(url), calendar: [] },
  ...{ now: () => Date.now(), concurrency: 1 },
  onError: () => undefined,
  onCalendarError: () => undefined,
});
await work.start();
