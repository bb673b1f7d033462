import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCalendar, type Calendar } from '../../../src/work/embedded/calendar.js';
import type { CalendarJob } from '../../../src/work/work.js';

const minute = 60_000;

let calendar: Calendar | null = null;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 28, 23, 58, 30) });
});
afterEach(async () => {
  await calendar?.stop();
  calendar = null;
  vi.useRealTimers();
});

/** A job that notes the times at which it ran, in UTC. */
function newJob(at: string, run: () => Promise<void> = () => Promise.resolve()) {
  const ran: string[] = [];
  const job: CalendarJob = {
    name: 'tidy',
    at,
    run: async () => {
      ran.push(new Date().toISOString().slice(0, 16));
      await run();
    },
  };
  return { job, ran };
}

function start(jobs: readonly CalendarJob[]): unknown[] {
  const errors: unknown[] = [];
  calendar = startCalendar(jobs, (...told) => errors.push(told));
  return errors;
}

describe('a job of the calendar', () => {
  it('runs at its minute, in UTC, each time', async () => {
    const { job, ran } = newJob('17 3 * * *');
    start([job]);
    await vi.advanceTimersByTimeAsync(3 * 24 * 60 * minute);
    expect(ran).toEqual(['2026-03-29T03:17', '2026-03-30T03:17', '2026-03-31T03:17']);
  });

  it('is not begun again while it is still running, which is told of', async () => {
    let end = (): void => undefined;
    const { job, ran } = newJob('* * * * *', () => new Promise((resolve) => (end = resolve)));
    const errors = start([job]);
    await vi.advanceTimersByTimeAsync(3 * minute);
    expect(ran).toHaveLength(1);
    expect(errors).toEqual([
      ['tidy', expect.objectContaining({ message: expect.stringContaining('still running') })],
      ['tidy', expect.objectContaining({ message: expect.stringContaining('still running') })],
    ]);
    end();
    await vi.advanceTimersByTimeAsync(minute);
    expect(ran).toHaveLength(2);
    end();
  });

  it('that fails is told of, and runs again the next time', async () => {
    const error = new Error('The disk is full.');
    const { job, ran } = newJob('* * * * *', () => Promise.reject(error));
    const errors = start([job]);
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(ran).toHaveLength(2);
    expect(errors).toEqual([
      ['tidy', error],
      ['tidy', error],
    ]);
  });

  it('runs no more after the stop', async () => {
    const { job, ran } = newJob('* * * * *');
    start([job]);
    await vi.advanceTimersByTimeAsync(minute);
    await calendar?.stop();
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(ran).toHaveLength(1);
  });
});
