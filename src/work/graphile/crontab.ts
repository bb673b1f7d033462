import { type ParsedCronItem, parseCronItems } from 'graphile-worker';
import type { CalendarJob } from '../work.js';

/** A job that failed is tried again, 3, 7, 20 and 55 s later, or at its next time where that is earlier. */
const maxAttempts = 5;

/** The name of the task that does a job of the calendar. */
export function calendarTask({ name }: CalendarJob): string {
  return `calendar:${name}`;
}

/**
 * The calendar for graphile-worker, which adds each job once for all processes, in UTC. What was missed while none ran
 * is not made up for. By its queue a job waits for the end of the one before, and by its key only the last one waits.
 */
export function crontabOf(jobs: readonly CalendarJob[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.map((job) => {
      const task = calendarTask(job);
      return {
        task,
        match: job.at,
        identifier: task,
        options: { backfillPeriod: 0, maxAttempts, queueName: task, jobKey: task, jobKeyMode: 'replace' },
      };
    }),
  );
}
