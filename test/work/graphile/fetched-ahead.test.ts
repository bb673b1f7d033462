import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PostgresServer } from '../../postgres/postgres-server.js';
import { createDatabaseAt } from '../../postgres/throw-away-database.js';
import { gate } from './gate.js';
import { NotedTasks } from './noted-tasks.js';
import { watchProcess } from './process-events.js';
import { Workshop } from './workshop.js';

const concurrency = 2;
const untouched = { attempts: 0, locked_by: null };

let server: PostgresServer;
let shop: Workshop;
let held: ReturnType<typeof gate>;
let tasks: NotedTasks;
const unhandled = watchProcess('unhandledRejection');

beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.end());

beforeEach(async () => {
  shop = await Workshop.open(createDatabaseAt(server.url));
  held = gate();
  tasks = new NotedTasks(() => held.passed);
});
afterEach(() => shop.close());

describe('jobs that were fetched ahead', () => {
  it('go back without a complaint when the workers stop', async () => {
    const work = await startBusily();
    const stop = work.stop();
    held.open(null);
    await stop;
    const jobs = await shop.jobs();
    const ahead = jobs.filter(({ key }) => key === 'conversation:c' || key === 'conversation:d');
    expect(ahead).toMatchObject([untouched, untouched]);
    expect(shop.errors).toEqual([]);
  });

  it('do not end the process when the database is gone as the workers stop', async () => {
    const work = await startBusily();
    await server.crash();
    const stop = work.stop();
    held.open(null);
    await stop;
    await server.resume();
    expect(unhandled).toEqual([]);
    await shop.start(new NotedTasks(), { takeOverInterval: 100 });
    await shop.isIdle();
  });
});

/** All workers are held up by the first jobs, and as many more are fetched. */
async function startBusily() {
  const work = await shop.start(tasks, { concurrency });
  await shop.announce(Date.now(), 'a', 'b');
  await tasks.hasServed(concurrency);
  await shop.announce(Date.now(), 'c', 'd');
  const isFetched = async () => (await shop.jobs()).every(({ locked_by }) => locked_by !== null);
  while (!(await isFetched())) await shop.pool.query('select pg_sleep(0.01)');
  return work;
}
