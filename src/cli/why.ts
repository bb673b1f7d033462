import { weekTime } from '../flow/test-file/week-time.js';
import type { WeekTime } from '../flow/test-definition.js';
import { didYouMean } from '../flow/nearest-word.js';
import { startOfChat } from '../flow/transcript/chat-start.js';
import { explainStart } from '../flow/why/explain-start.js';
import { UsageError } from './command.js';
import type { Command } from './command.js';
import { onlyWorkspace } from './only-workspace.js';
import { parseCall } from './parse-call.js';
import { readChannel } from './read-channel.js';
import { assembleFolder, describeIssues, hasErrors, readFolder } from './read-folder.js';
import type { LoadedWorkspace } from './read-folder.js';
import { readDeed, wayOptions } from './why/read-deed.js';
import { showExplanation } from './why/show-explanation.js';

const options = {
  ...wayOptions,
  on: { type: 'string' },
  language: { type: 'string' },
  at: { type: 'string' },
  returning: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const whyCommand: Command = {
  name: 'why',
  usage:
    '"<text>" [dir] [--comment [--post ID] | --story | --mention | --ref NAME | --ad ID | --postback NAME]\n          [--on CHANNEL] [--language CODE] [--at "sat 20:00"] [--returning] [--json]',
  summary:
    'Says which flow a message starts, and why no other; or a comment, a link, a button, where one is named.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, options, 2);
    const { deed, folder } = readDeed(values, positionals);
    const channel = values.on === undefined ? null : readChannel(values.on);
    const at = values.at === undefined ? null : readWeekTime(values.at);
    const reading = await readFolder(folder, terminal);
    if (hasErrors(reading)) {
      terminal.complain(describeIssues(reading));
      return 1;
    }
    const loaded = onlyWorkspace(assembleFolder(reading));
    const { workspace, files } = loaded;
    const scene = {
      channel: channel ?? workspace.accounts[0]?.channel ?? 'simulator',
      startsAt: at === null ? Date.now() : startOfChat(workspace, at),
      contact: {
        ...{ firstName: null, tags: [], fields: {} },
        ...(values.language !== undefined && { language: readLanguage(values.language, loaded) }),
        ...(values.returning === true && { wroteBefore: true }),
      },
    };
    const explanation = explainStart(workspace, files.flows, scene, deed(workspace));
    terminal.print(
      values.json === true ? JSON.stringify(explanation, null, 2) : showExplanation(explanation),
    );
    return 0;
  },
};

function readWeekTime(written: string): WeekTime {
  const { data } = weekTime.safeParse(written);
  if (data === undefined) throw new UsageError(`"${written}" is no moment of a week, such as "sat 20:00".`);
  return data;
}

function readLanguage(written: string, { workspace: { languages } }: LoadedWorkspace): string {
  if (languages.includes(written)) return written;
  const hint = didYouMean(written, languages) ?? `It speaks ${languages.join(', ')}.`;
  throw new UsageError(`The workspace does not speak "${written}". ${hint}`);
}
