import type { Logger } from './logger.js';

/** What a process can be told of, and how it ends: Node's `process`, or a test's. */
export interface EndingProcess {
  on(event: 'uncaughtException', hear: (fault: unknown) => void): unknown;
  exit(code: number): void;
}

/** How long what is under way may take to end, ms. */
const patience = 8_000;

/**
 * An error that nobody has caught, or a rejection that nobody handles (Node tells of both in the same way), is a fault of
 * ours that may have left anything half done in memory. What is under way ends in order, so that what was answered is
 * saved and what was sent is written down; then the process ends with 1, and whatever starts servers starts another.
 *
 * @param stop Drains and closes; null: nothing is open yet.
 */
export function endOnUnhandled(
  process: EndingProcess,
  log: Pick<Logger, 'fatal'>,
  stop: () => Promise<void> | null,
): void {
  let isEnding = false;
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'a fault that nobody handles: the server ends');
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), patience);
    void end(process, log, stop);
  });
}

async function end(
  process: EndingProcess,
  log: Pick<Logger, 'fatal'>,
  stop: () => Promise<void> | null,
): Promise<void> {
  try {
    await stop();
  } catch (err) {
    log.fatal({ err }, 'could not stop cleanly');
  }
  process.exit(1);
}
