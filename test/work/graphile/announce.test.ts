import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announceDue, type Query } from '../../../src/work/graphile/announce.js';
import { NotedTasks } from './noted-tasks.js';
import { Workshop } from './workshop.js';

let shop: Workshop;

beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(async () => {
  await shop.close();
  vi.useRealTimers();
});

describe('a conversation that is announced', () => {
  it('is served, its timers first', async () => {
    const tasks = new NotedTasks();
    await shop.start(tasks);
    await shop.announce(Date.now(), 'a');
    await shop.isIdle();
    expect(tasks.calls).toEqual(['fireTimersOf a', 'dispatch a']);
  });

  it('is served once for any number of announcements before its turn', async () => {
    const tasks = new NotedTasks();
    for (let times = 0; times < 3; times += 1) await shop.announce(Date.now(), 'a', 'b');
    await shop.start(tasks);
    await shop.isIdle();
    expect(tasks.served.sort()).toEqual(['a', 'b']);
  });

  it('is served at the moment that was announced last', async () => {
    const tasks = new NotedTasks();
    await shop.start(tasks);
    const now = Date.now();
    await shop.announce(now + 86_400_000, 'brought forward');
    await shop.announce(now + 100, 'put off');
    await shop.announce(now + 500, 'put off', 'brought forward');
    await shop.isIdle();
    expect(tasks.served.sort()).toEqual(['brought forward', 'put off']);
    expect(Math.min(...tasks.servedAt.values())).toBeGreaterThanOrEqual(now + 500);
  });

  it('begins at its moment, a quarter of a second late at the most', async () => {
    const tasks = new NotedTasks();
    await shop.start(tasks);
    const due = Date.now() + 300;
    await shop.announce(due, 'a');
    await tasks.hasServed(1);
    const lateness = tasks.servedAt.get('a')! - due;
    expect(lateness).toBeGreaterThanOrEqual(0);
    expect(lateness).toBeLessThan(250);
  });

  it('does not begin before the clock of its server says so, though that of the database is ahead', async () => {
    vi.useFakeTimers({ now: Date.now() - 60_000, toFake: ['Date'], shouldAdvanceTime: true });
    const tasks = new NotedTasks();
    await shop.start(tasks);
    const due = Date.now() + 300;
    await shop.announce(due, 'a');
    await tasks.hasServed(1);
    expect(tasks.servedAt.get('a')).toBeGreaterThanOrEqual(due);
  });

  it('is the last of its moments when it is named twice at once', async () => {
    const at = Date.now() + 60_000;
    await announceDue(
      (statement) => shop.pool.query(statement),
      [
        { conversationId: 'a', at: at + 1 },
        { conversationId: 'a', at },
      ],
    );
    expect((await shop.jobs()).map((job) => job.run_at.getTime())).toEqual([at]);
  });
});

describe('an announcement', () => {
  it('goes with its transaction', async () => {
    const client = await shop.pool.connect();
    await client.query('begin');
    await announceDue((statement) => client.query(statement), [{ conversationId: 'a', at: Date.now() }]);
    await client.query('rollback');
    client.release();
    expect(await shop.jobs()).toEqual([]);
  });

  it('is not heeded before its transaction is committed, and at once when it is', async () => {
    const tasks = new NotedTasks();
    await shop.start(tasks);
    const client = await shop.pool.connect();
    await client.query('begin');
    await announceDue((statement) => client.query(statement), [{ conversationId: 'a', at: Date.now() }]);
    await shop.announce(Date.now(), 'b');
    await tasks.hasServed(1);
    expect(tasks.served).toEqual(['b']);
    await client.query('commit');
    client.release();
    await tasks.hasServed(2);
    expect(tasks.served).toEqual(['b', 'a']);
  });

  it('of a thousand conversations is one statement', async () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `c${index}`);
    const statements: string[] = [];
    const query: Query = (statement) => {
      statements.push(statement.name);
      return shop.pool.query(statement);
    };
    await announceDue(
      query,
      ids.map((conversationId) => ({ conversationId, at: Date.now() })),
    );
    expect(statements).toEqual(['work_announce_due']);
    const tasks = new NotedTasks();
    await shop.start(tasks);
    await shop.isIdle();
    expect(tasks.served.sort()).toEqual(ids.sort());
  });

  it('of nobody asks nothing of the database', async () => {
    await announceDue(() => Promise.reject(new Error('asked')), []);
  });

  it('is not lost though a worker fetches the waiting job at that very moment', async () => {
    await shop.announce(Date.now(), 'a');
    const [fetching, announcing] = [await shop.pool.connect(), await shop.pool.connect()];
    const { rows } = await announcing.query<{ pid: number }>('select pg_backend_pid() as pid');
    await fetching.query('begin');
    await fetching.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-x', locked_at = now(), attempts = attempts + 1",
    );
    const at = Date.now() + 60_000;
    const announced = announceDue((statement) => announcing.query(statement), [{ conversationId: 'a', at }]);
    await isBlocked(rows[0]!.pid);
    await fetching.query('commit');
    await announced;
    fetching.release();
    announcing.release();
    const waiting = (await shop.jobs()).filter((job) => job.locked_by === null);
    expect(waiting.map(({ key, run_at }) => [key, run_at.getTime()])).toEqual([['conversation:a', at]]);
  });
});

/** Resolves when a connection waits for a lock that another one holds. */
async function isBlocked(pid: number): Promise<void> {
  const blocked = async (): Promise<boolean> => {
    const { rows } = await shop.pool.query('select cardinality(pg_blocking_pids($1)) > 0 as blocked', [pid]);
    return rows[0].blocked;
  };
  while (!(await blocked()));
}
