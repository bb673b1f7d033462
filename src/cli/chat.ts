import { createInterface } from 'node:readline';
import type { SupportedChannel } from '../core/channel.js';
import type { Workspace } from '../core/workspace.js';
import { VirtualChat } from '../flow/transcript/virtual-chat.js';
import { chatHelp } from './chat/chat-input.js';
import { ChatSession } from './chat/chat-session.js';
import type { Command, ExitCode, Terminal } from './command.js';
import { onlyWorkspace } from './only-workspace.js';
import { assembleFolder, describeIssues, hasErrors, readFolder } from './read-folder.js';
import { parseCall } from './parse-call.js';
import { readChannel } from './read-channel.js';

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
    const workspace = onlyWorkspace(assembleFolder(reading)).workspace;
    return talk(beginChat(workspace, channel, values.as ?? null), terminal);
  },
};

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
