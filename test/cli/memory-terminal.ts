import { Readable } from 'node:stream';
import type { Command, ExitCode, Terminal } from '../../src/cli/command.js';
import { runCommand } from '../../src/cli/run-command.js';
import type { Environment } from '../../src/config.js';

export interface Run {
  readonly exit: ExitCode;
  readonly printed: string;
  readonly complained: string;
}

interface RunSetting {
  readonly environment?: Environment;
  readonly input?: string;
  /** When Ctrl-C is pressed. */
  readonly interrupted?: Promise<void>;
  readonly onPrint?: (text: string) => void;
}

/** A terminal that hands over what a command prints and complains of. */
export function memoryTerminal(
  { environment = {}, input = '', interrupted = Promise.resolve() }: RunSetting,
  print: Terminal['print'],
  complain: Terminal['complain'] = print,
): Terminal {
  return {
    print,
    complain,
    prompt: () => undefined,
    input: Readable.from([input]),
    environment,
    interrupted: () => interrupted,
  };
}

/** Runs a command with what it would be given at a terminal, and keeps what it says. */
export async function run(
  commands: readonly Command[],
  args: readonly string[],
  setting: RunSetting = {},
): Promise<Run> {
  const printed: string[] = [];
  const complained: string[] = [];
  const terminal = memoryTerminal(
    setting,
    (text) => {
      printed.push(text);
      setting.onPrint?.(text);
    },
    (text) => complained.push(text),
  );
  const exit = await runCommand(commands, args, terminal);
  return { exit, printed: printed.join('\n'), complained: complained.join('\n') };
}
