import { createInterface } from 'node:readline';
import { capabilities } from '../core/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Workspace } from '../core/workspace.js';
import { didYouMean } from '../flow/nearest-word.js';
import { VirtualChat } from '../flow/transcript/virtual-chat.js';
import { chatHelp } from './chat/chat-input.js';
import { ChatSession } from './chat/chat-session.js';
import { UsageError } from './command.js';
import type { Command, ExitCode, Terminal } from './command.js';
import { assembleFolder, describeIssues, hasErrors, readFolder } from './read-folder.js';
import { parseCall } from './parse-call.js';

const options = { as: { type: 'string' }, on: { type: 'string' } } as const;

export const chatCommand: Command = {
  name: 'chat',
  usage: '[dir] [--as NAME] [--on CHANNEL]',
  summary: 'Tries the flows out in the terminal, without a server; nothing is sent or kept.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, options, 1);
    const channel = values.on === undefined ? null : readChannel(values.on);
    const reading = await readFolder(positionals[0], terminal);
    if (hasErrors(reading)) {
      terminal.complain(describeIssues(reading));
      return 1;
    }
    const workspace = onlyOne(assembleFolder(reading).map((loaded) => loaded.workspace));
    return talk(beginChat(workspace, channel, values.as ?? null), terminal);
  },
};

function readChannel(name: string): SupportedChannel {
  if (Object.hasOwn(capabilities, name)) return name as SupportedChannel;
  const channels = Object.keys(capabilities);
  const hint = didYouMean(name, channels) ?? `There are ${channels.join(', ')}.`;
  throw new UsageError(`There is no channel "${name}". ${hint}`);
}

function onlyOne(workspaces: readonly Workspace[]): Workspace {
  const [first, second] = workspaces;
  if (first === undefined) throw new UsageError('There is no workspace in this folder.');
  if (second === undefined) return first;
  const names = workspaces.map(({ name }) => name).join(', ');
  throw new UsageError(`This folder holds several workspaces (${names}): name the folder of one.`);
}

function beginChat(
  workspace: Workspace,
  channel: SupportedChannel | null,
  firstName: string | null,
): ChatSession {
  const chat = new VirtualChat(workspace, {
    channel: channel ?? workspace.accounts[0]?.channel ?? 'simulator',
    startsAt: Date.now(),
    contact: { firstName, tags: [], fields: {} },
  });
  return new ChatSession(chat);
}

async function talk(session: ChatSession, terminal: Terminal): Promise<ExitCode> {
  terminal.print(chatHelp);
  terminal.prompt('you> ');
  for await (const line of createInterface({ input: terminal.input })) {
    const answer = session.type(line);
    if (answer === null) break;
    if (answer !== '') terminal.print(answer);
    terminal.prompt('you> ');
  }
  return 0;
}
