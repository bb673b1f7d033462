import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate } from './gate.js';
import { NotedTasks } from './noted-tasks.js';
import { Workshop } from './workshop.js';
import type { CalendarJob } from '../../../src/work/work.js';

let shop: Workshop;

beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(async () => {
  await shop.close();
  vi.useRealTimers();
});

const minute = 60_000;
const day = 1_440 * minute;

/** The next 03:17 in UTC: a clock that is behind the database's would wait for it to try again. */
const at0317 = Math.ceil(Date.now() / day) * day + (3 * 60 + 17) * minute;

/** Sets the clock of this process to half a minute before; it runs on from there. */
function setClockBefore(moment: number): void {
  const toFake = ['Date' as const, 'setTimeout' as const, 'clearTimeout' as const];
  vi.useFakeTimers({ now: moment - minute / 2, toFake, shouldAdvanceTime: true });
}

async function passTo(moment: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(moment - Date.now());
}

/** A job that notes the minutes in which it ran, in UTC. */
function newJob(at: string, run: () => Promise<unknown> = () => Promise.resolve()) {
  const ran: string[] = [];
  const first = gate();
  const job: CalendarJob = {
    name: 'tidy-up',
    at,
    run: async () => {
      ran.push(new Date().toISOString().slice(0, 16));
      first.open(null);
      await run();
    },
  };
  return { job, ran, hasRun: first.passed };
}

describe('a job of the calendar', () => {
  it('runs at its minute, in UTC, in one of the processes', async () => {
    setClockBefore(at0317);
    const { job, ran, hasRun } = newJob('17 3 * * *');
    const end = newJob('18 3 * * *');
    const calendar = [job, { ...end.job, name: 'end' }];
    await shop.start(new NotedTasks(), { calendar });
    await shop.start(new NotedTasks(), { calendar });
    await passTo(at0317);
    await hasRun;
    await passTo(at0317 + minute);
    await end.hasRun;
    await shop.isIdle();
    const date = new Date(at0317).toISOString().slice(0, 10);
    expect([ran, end.ran]).toEqual([[`${date}T03:17`], [`${date}T03:18`]]);
  });

  it('that fails is told of, and tried again', async () => {
    setClockBefore(at0317);
    const error = new Error('The disk is full.');
    const again = gate();
    const { job, ran } = newJob('17 3 * * *', async () => {
      if (ran.length === 1) throw error;
      again.open(null);
    });
    await shop.start(new NotedTasks(), { calendar: [job] });
    await passTo(at0317);
    await again.passed;
    expect(shop.errors).toEqual([['tidy-up', error]]);
  });

  it('is not begun again while it is still running, in whichever process; the last one waits', async () => {
    setClockBefore(at0317);
    const held = gate();
    const { job, ran, hasRun } = newJob('* * * * *', () => held.passed);
    await shop.start(new NotedTasks(), { calendar: [job] });
    await shop.start(new NotedTasks(), { calendar: [job] });
    await passTo(at0317);
    await hasRun;
    await shop.pool.query(`
      select graphile_worker.add_job('calendar:tidy-up', queue_name => 'calendar:tidy-up', job_key => 'calendar:tidy-up')
      from generate_series(1, 3)`);
    await shop.announce(Date.now(), 'a');
    while ((await shop.jobs()).some(({ key }) => key === 'conversation:a'));
    expect(ran).toHaveLength(1);
    held.open(null);
    await shop.isIdle();
    expect(ran).toHaveLength(2);
  });
});
