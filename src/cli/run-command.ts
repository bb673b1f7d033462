import { nearestWord } from '../flow/nearest-word.js';
import { UsageError } from './command.js';
import type { Command, ExitCode, Terminal } from './command.js';

/** Finds the command that the arguments begin with and runs it. Every mistake in the call is answered by how to call. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const command = findCommand(commands, args);
  if (command === undefined) {
    terminal.complain(describeUnknown(commands, args));
    return 2;
  }
  const rest = args.slice(command.name.split(' ').length);
  if (asksForHelp(rest)) {
    terminal.print(`${describeCall(command)}\n${command.summary}`);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(`${error.message}\nUsage: ${describeCall(command)}`);
    return 2;
  }
}

/** How a command is called: `heyword check [dir] [--json]`. */
export function describeCall({ name, usage }: Command): string {
  return `heyword ${name} ${usage}`.trimEnd();
}

/** Whether `--help` or `-h` stands among the words of a call. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.some((word) => word === '--help' || word === '-h');
}

function findCommand(commands: readonly Command[], args: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
}

function describeUnknown(commands: readonly Command[], args: readonly string[]): string {
  const names = commands.map(({ name }) => name);
  const [first = '', second] = args;
  const family = names.filter((name) => name.startsWith(`${first} `));
  if (family.length > 0) return `What about it? ${family.map((name) => `heyword ${name}`).join(', ')}.`;
  const called = second === undefined ? first : `${first} ${second}`;
  const nearest = nearestWord(called, names) ?? nearestWord(first, names);
  const hint = nearest === null ? 'See heyword help.' : `Did you mean "heyword ${nearest}"?`;
  return `There is no command "${first}". ${hint}`;
}
