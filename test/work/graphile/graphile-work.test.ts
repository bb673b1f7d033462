import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate } from './gate.js';
import { NotedTasks } from './noted-tasks.js';
import { Workshop } from './workshop.js';

let shop: Workshop;

beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(() => shop.close());

describe('conversations that are due', () => {
  it('are served so many at the same time, the others in their turn', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    await shop.announce(Date.now(), 'a', 'b', 'c');
    await shop.start(tasks, { concurrency: 2 });
    await tasks.hasServed(2);
    const third = tasks.hasServed(3);
    expect(tasks.served).toHaveLength(2);
    held.open(null);
    await third;
    await shop.isIdle();
  });

  it('are served once by any number of processes', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `c${index}`);
    const [one, other] = [new NotedTasks(), new NotedTasks()];
    await shop.start(one);
    await shop.start(other);
    await shop.announce(Date.now(), ...ids);
    await shop.isIdle();
    expect([...one.served, ...other.served].sort()).toEqual(ids.sort());
  });

  it('are served once more when they are announced while being served', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    await shop.start(tasks);
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(1);
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(2);
    held.open(null);
    await shop.isIdle();
    expect(tasks.served).toEqual(['a', 'a']);
  });

  it('are served again when that failed, which is told of, however it is announced meanwhile', async () => {
    const error = new Error('The disk is full.');
    const tasks: NotedTasks = new NotedTasks(() =>
      tasks.served.length === 1 ? Promise.reject(error) : Promise.resolve(null),
    );
    await shop.start(tasks);
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(2);
    await shop.isIdle();
    expect(shop.errors).toEqual([error]);
    expect(tasks.served).toEqual(['a', 'a']);
  });
});

describe('a conversation that must be come back to', () => {
  it('is, at the moment that was announced while it was served', async () => {
    const announced = Date.now() + 120_000;
    const tasks = new NotedTasks(async () => {
      await shop.announce(announced, 'a');
      return Date.now() + 60_000;
    });
    const work = await shop.start(tasks);
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(1);
    await work.stop();
    expect((await shop.jobs()).map((job) => job.run_at.getTime())).toEqual([announced]);
  });
});

describe('the start', () => {
  it('announces all that was left over, page by page', async () => {
    const tasks = new NotedTasks();
    tasks.leftOvers = [['a', 'b'], ['c', 'd'], ['e']];
    await shop.start(tasks);
    await shop.isIdle();
    expect(tasks.served.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves the jobs alone that are there: what waits, and what another process does', async () => {
    const held = gate();
    const busy = new NotedTasks(() => held.passed);
    await shop.start(busy);
    await shop.announce(Date.now(), 'is being done');
    await busy.hasServed(1);
    await shop.announce(Date.now() + 60_000, 'waits');
    const before = await shop.jobs();
    const tasks = new NotedTasks();
    tasks.leftOvers = [['is being done', 'waits']];
    await shop.start(tasks);
    expect(await shop.jobs()).toEqual(before);
    held.open(null);
  });

  it('fails when what was left over cannot be read, and leaves nothing at work', async () => {
    const error = new Error('The disk is full.');
    const tasks = new NotedTasks();
    tasks.leftOver = () => Promise.reject(error);
    await expect(shop.start(tasks)).rejects.toBe(error);
    await shop.announce(Date.now(), 'a');
    const other = new NotedTasks();
    await shop.start(other);
    await shop.isIdle();
    expect([tasks.served, other.served]).toEqual([[], ['a']]);
  });
});

describe('the stop', () => {
  it('waits for what is under way, and gives back what was fetched ahead', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    await shop.announce(Date.now(), 'a');
    const work = await shop.start(tasks, { concurrency: 1 });
    await tasks.hasServed(1);
    await shop.announce(Date.now(), 'b', 'c');
    let hasStopped = false;
    const stop = work.stop().then(() => (hasStopped = true));
    const other = new NotedTasks();
    await shop.start(other);
    await other.hasServed(2);
    expect([tasks.served, other.served.sort(), hasStopped]).toEqual([['a'], ['b', 'c'], false]);
    held.open(null);
    await stop;
  });

  it('announces anew what was under way, since it may have been left undone', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    const work = await shop.start(tasks);
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(1);
    const stop = work.stop();
    held.open(null);
    await stop;
    expect(await shop.jobs()).toMatchObject([{ key: 'conversation:a', attempts: 0, locked_by: null }]);
  });

  it('leaves no connection busy, and its jobs to others', async () => {
    const work = await shop.start(new NotedTasks());
    await work.stop();
    await shop.announce(Date.now(), 'a');
    const other = new NotedTasks();
    await shop.start(other);
    await other.hasServed(1);
  });
});
