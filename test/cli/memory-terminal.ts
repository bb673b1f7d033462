import { Readable } from 'node:stream';
import type { Command, ExitCode, Terminal } from '../../src/cli/command.js';
import { runCommand } from '../../src/cli/run-command.js';
import type { Environment } from '../../src/config.js';

export interface Run {
  readonly exit: ExitCode;
  readonly printed: string;
  readonly complained: string;
}

/** Runs a command with what it would be given at a terminal, and keeps what it says. */
export async function run(
  commands: readonly Command[],
  args: readonly string[],
  {
    environment = {},
    input = '',
    interrupted = Promise.resolve(),
    onPrint = () => undefined,
  }: {
    readonly environment?: Environment;
    readonly input?: string;
    /** When the person at the terminal wants the command to end. */
    readonly interrupted?: Promise<void>;
    readonly onPrint?: (text: string) => void;
  } = {},
): Promise<Run> {
  const printed: string[] = [];
  const complained: string[] = [];
  const terminal: Terminal = {
    print: (text) => {
      printed.push(text);
      onPrint(text);
    },
    complain: (text) => complained.push(text),
    prompt: () => undefined,
    input: Readable.from([input]),
    environment,
    interrupted: () => interrupted,
  };
  const exit = await runCommand(commands, args, terminal);
  return { exit, printed: printed.join('\n'), complained: complained.join('\n') };
}
