import { watchFlows } from '../engine/watch-flows.js';
import type { Terminal } from './command.js';

/** Does something again whenever the files of a folder have changed and come to rest, until the command is interrupted. */
export async function watchFolder(
  folder: string,
  again: () => Promise<unknown>,
  terminal: Terminal,
): Promise<void> {
  const watch = await watchFlows(folder);
  watch.onChange(async () => {
    await again();
  });
  terminal.print(`Watching ${folder}; press Ctrl-C to end.`);
  await terminal.interrupted();
  await watch.stop();
}
