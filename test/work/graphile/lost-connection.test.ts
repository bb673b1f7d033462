import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PostgresServer } from '../../postgres/postgres-server.js';
import { createDatabaseAt, killBackends } from '../../postgres/throw-away-database.js';
import { gate } from './gate.js';
import { NotedTasks } from './noted-tasks.js';
import { Workshop } from './workshop.js';

let server: PostgresServer;
let shop: Workshop;

beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.end());

beforeEach(async () => {
  shop = await Workshop.open(createDatabaseAt(server.url));
});
afterEach(() => shop.close());

describe('a lost connection', () => {
  it('loses no job: what was under way is done again, and work goes on', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    await shop.start(tasks, { takeOverInterval: 100 });
    await shop.announce(Date.now(), 'a', 'b');
    await shop.announce(Date.now() + 1_000, 'later');
    await tasks.hasServed(2);
    await server.crash();
    held.open(null);
    await server.resume();
    await shop.announce(Date.now(), 'c');
    await tasks.until(() => ['c', 'later'].every((id) => tasks.served.includes(id)));
    await shop.isIdle();
    expect([...new Set(tasks.served)].sort()).toEqual(['a', 'b', 'c', 'later']);
    expect(shop.errors).not.toEqual([]);
  });

  it('is made good for when all connections are cut at once', async () => {
    const tasks = new NotedTasks();
    await shop.start(tasks, { takeOverInterval: 100 });
    await killBackends(shop.url);
    await shop.announce(Date.now(), 'a');
    await shop.isIdle();
    expect(tasks.served).toContain('a');
  });

  it('does not keep the server from ending', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    const work = await shop.start(tasks, { takeOverInterval: 100 });
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(1);
    await server.crash();
    const stop = work.stop();
    held.open(null);
    await stop;
    await server.resume();
    expect(await shop.jobs()).toMatchObject([{ key: 'conversation:a' }]);
  });

  it('at the start is told by its rejection', async () => {
    await server.crash();
    const start = shop.start(new NotedTasks());
    await expect(start).rejects.toThrow(/ECONNREFUSED/);
    await server.resume();
  });
});

describe('workers that cannot look up their tasks', () => {
  it('are not taken for started', async () => {
    await shop.pool.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
      create trigger refuse before insert on graphile_worker._private_tasks execute function refuse()`);
    await expect(shop.start(new NotedTasks())).rejects.toThrow(/refused/);
  });
});

describe('a job that cannot be completed', () => {
  it('is done again by other workers, which take the place of those that failed', async () => {
    const tasks = new NotedTasks();
    await shop.start(tasks, { takeOverInterval: 100 });
    await shop.pool.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
      create trigger refuse before delete on graphile_worker._private_jobs execute function refuse()`);
    await shop.announce(Date.now(), 'a');
    while (shop.errors.length === 0) await shop.pool.query('select');
    await shop.pool.query('drop function refuse cascade');
    await shop.isIdle();
    expect(tasks.served.length).toBeGreaterThan(1);
  });
});
