import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { releaseJobs } from '../../../src/work/graphile/held-jobs.js';
import { gate } from './gate.js';
import { NotedTasks } from './noted-tasks.js';
import { Workshop } from './workshop.js';

const workerFile = fileURLToPath(new URL('worker-process.ts', import.meta.url));

let shop: Workshop;
const processes: ChildProcess[] = [];

beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(async () => {
  for (const process of processes.splice(0)) process.kill('SIGKILL');
  await shop.close();
});

/** A process that has begun to serve the conversation, and will not end. */
async function startServing(conversationId: string): Promise<ChildProcess> {
  const process = fork(workerFile, [shop.url], { execArgv: ['--import', 'tsx'] });
  processes.push(process);
  await shop.announce(Date.now(), conversationId);
  await once(process, 'message');
  return process;
}

async function kill(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

describe('the work of a process that was killed', () => {
  it('is taken over: first the sends that it had begun, then its conversations', async () => {
    const killed = await startServing('a');
    const tasks = new NotedTasks();
    tasks.takeOver = async () => void tasks.calls.push('takeOver');
    await shop.start(tasks, { takeOverInterval: 200 });
    await kill(killed);
    await tasks.hasServed(1);
    expect(tasks.calls.slice(-3)).toEqual(['takeOver', 'fireTimersOf a', 'dispatch a']);
  });

  it('is taken over by the next one to start, soon after its start', async () => {
    const killed = await startServing('a');
    await kill(killed);
    const tasks = new NotedTasks();
    await shop.start(tasks, { takeOverInterval: 3_600_000 });
    await tasks.hasServed(1);
    expect(tasks.served).toEqual(['a']);
  });

  it('is taken over within 15 s as the server looks', async () => {
    const killed = await startServing('a');
    const tasks = new NotedTasks();
    await shop.start(tasks);
    const killedAt = Date.now();
    await kill(killed);
    await tasks.hasServed(1);
    expect(tasks.servedAt.get('a')! - killedAt).toBeLessThan(15_000);
  });

  it('is left at the moment that was announced while it was under way', async () => {
    const killed = await startServing('a');
    const later = Date.now() + 60_000;
    await shop.announce(later, 'a');
    await kill(killed);
    const tasks = new NotedTasks();
    await shop.start(tasks, { takeOverInterval: 100 });
    while ((await shop.jobs()).some((job) => job.locked_by !== null));
    expect((await shop.jobs()).map((job) => [job.key, job.run_at.getTime()])).toContainEqual([
      'conversation:a',
      later,
    ]);
    expect(tasks.served).toEqual([]);
  });
});

describe('the work of a process that is there', () => {
  it('is not taken from it, however long it takes', async () => {
    await startServing('a');
    const tasks = new NotedTasks();
    await shop.start(tasks, { takeOverInterval: 50 });
    await tasks.until(() => tasks.tookOver >= 5);
    expect(tasks.served).toEqual([]);
  });

  it('is not taken from it when it is missed at one look only', async () => {
    await startServing('a');
    const tasks = new NotedTasks();
    let looks = 0;
    const absent = async (names: readonly string[]) => ((looks += 1) % 2 === 1 ? names : []);
    await shop.start(tasks, { presence: { ...nobodySees, absent }, takeOverInterval: 50 });
    await tasks.until(() => tasks.tookOver >= 6);
    expect([tasks.served, looks >= 5]).toEqual([[], true]);
  });

  it('loses nothing that is announced, though it was taken for gone', async () => {
    const held = gate();
    const tasks = new NotedTasks(() => held.passed);
    const work = await shop.start(tasks);
    await shop.announce(Date.now(), 'a');
    await tasks.hasServed(1);
    const later = Date.now() + 60_000;
    const [job] = await shop.jobs();
    await releaseJobs((statement) => shop.pool.query(statement), [job!.locked_by!], later);
    await shop.announce(later, 'a');
    held.open(null);
    await work.stop();
    const waiting = (await shop.jobs()).filter(({ key }) => key === 'conversation:a');
    expect(waiting.map(({ run_at }) => run_at.getTime())).toEqual([later]);
  });
});

/** A process that lost its connection by which it was to be seen. */
const nobodySees = { hold: () => Promise.resolve(), absent: () => Promise.resolve([]) };
