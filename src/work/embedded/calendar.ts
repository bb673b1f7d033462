import { schedule } from 'node-cron';

/** Something that is done by the calendar. */
export interface CalendarJob {
  readonly name: string;
  /** Five fields: minute, hour, day of month, month, day of week; UTC. */
  readonly at: string;
  run(): Promise<void>;
}

export interface Calendar {
  stop(): Promise<void>;
}

/** Keeps the calendar in this process; a job that is still running is not begun again. */
export function startCalendar(
  jobs: readonly CalendarJob[],
  onError: (job: string, error: unknown) => void,
): Calendar {
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
      },
    ),
  );
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}
