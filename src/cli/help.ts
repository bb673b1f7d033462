import type { Command } from './command.js';
import { describeCall } from './run-command.js';

/** Lists the given commands, and itself. */
export function helpCommand(commands: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: '',
    summary: 'Shows this.',
    run: async (_args, terminal) => {
      terminal.print(describeCommands([...commands, help]));
      return 0;
    },
  };
  return help;
}

function describeCommands(commands: readonly Command[]): string {
  return [
    'Heyword answers direct messages by the flows in a folder.',
    ...commands.map((command) => `\n  ${describeCall(command)}\n      ${command.summary}`),
    '',
    'dir is the folder of flows, else FLOWS_DIR, else flows. CONTACT is our id, or account/platform id.',
    'Contacts and consent are those of DATABASE_URL, else file:data/heyword.db.',
    'Exit status: 0 all is well, 1 the files are at fault, 2 the call is.',
  ].join('\n');
}
