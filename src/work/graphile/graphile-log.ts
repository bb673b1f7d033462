import { Logger } from 'graphile-worker';

/**
 * Hands on what graphile-worker reports as an error. That a task failed is left out: whoever wrapped the task has told
 * of it, and the message would hold its stack.
 */
export function createGraphileLog(onComplaint: (error: Error) => void): Logger {
  return new Logger(() => (level, message, meta) => {
    const severity: string = level;
    if (severity !== 'error' || meta?.['failure'] === true) return;
    onComplaint(new WorkersComplained(message, meta?.['error'] ?? meta?.['fatalError']));
  });
}

/** Something did not work that is tried again. */
class WorkersComplained extends Error {
  override readonly name = 'WorkersComplained';
  readonly code = 'workers_complained';
  readonly retryable = true;

  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
