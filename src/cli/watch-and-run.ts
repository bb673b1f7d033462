import { watchFlows } from '../engine/watch-flows.js';
import { UsageError } from './command.js';
import type { ExitCode, Terminal } from './command.js';
import { nameOfFolder } from './read-folder.js';

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Runs once, and again on a clean screen whenever a file of the folder has changed, until it is interrupted.
 *
 * @returns What the last run returned.
 */
export async function watchAndRun(
  folder: string | undefined,
  terminal: Terminal,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const name = nameOfFolder(folder, terminal);
  const watch = await watchFlows(name);
  let exit: ExitCode = 0;
  try {
    exit = await run();
    terminal.print(`Watching ${name}; press Ctrl-C to end.`);
    watch.onChange(async () => {
      terminal.print(clearScreen);
      exit = await orComplain(run, terminal);
    });
    await terminal.interrupted();
  } finally {
    await watch.stop();
  }
  return exit;
}

/** While files are edited a call may make no sense for a moment. */
async function orComplain(run: () => Promise<ExitCode>, terminal: Terminal): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(error.message);
    return 2;
  }
}
