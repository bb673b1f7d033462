import { schedule } from 'node-cron';
import type { CalendarJob } from '../work.js';

export interface Calendar {
  stop(): Promise<void>;
}

type OnError = (job: string, error: unknown) => void;

/**
 * Keeps the calendar in this process. A job that is still running is not begun again; that, a run that was missed and one
 * that failed are told by `onError`.
 */
export function startCalendar(jobs: readonly CalendarJob[], onError: OnError): Calendar {
  const tasks = jobs.map((job) =>
    schedule(
      job.at,
      () =>
        job.run().catch((error: unknown) => {
          onError(job.name, error);
        }),
      {
        name: job.name,
        timezone: 'Etc/UTC',
        noOverlap: true,
        logger: complaintsOf(job, onError),
      },
    ),
  );
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}

/** Without it node-cron writes to the console, past our log. */
function complaintsOf({ name }: CalendarJob, onError: OnError) {
  const tell = (complaint: string | Error): void => {
    onError(name, complaint instanceof Error ? complaint : new Error(complaint));
  };
  return { info: () => undefined, debug: () => undefined, warn: tell, error: tell };
}
