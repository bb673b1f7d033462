import { isName, nameRule } from '../flow/names.js';
import { UsageError } from './command.js';
import type { Command } from './command.js';
import { parseCall } from './parse-call.js';
import { readFolder } from './read-folder.js';
import { flowStarter } from './starters/flow-starter.js';
import { writeNewFiles } from './starters/write-files.js';
import { writeSchemas } from './starters/write-schemas.js';

export const newFlowCommand: Command = {
  name: 'new flow',
  usage: '<name> [dir]',
  summary: 'Writes a first flow of that name and its tests into a workspace.',
  run: async (args, terminal) => {
    const { positionals } = parseCall(args, {}, 2);
    const [name = '', named] = positionals;
    if (!isName(name)) throw new UsageError(`"${name}" cannot be the name of a flow. ${nameRule}`);
    const { folder } = await readFolder(named, terminal);
    const files = await writeNewFiles(folder, flowStarter(name));
    const written = [...files, ...(await writeSchemas(folder))];
    terminal.print(written.map((path) => `wrote ${path}`).join('\n'));
    return 0;
  },
};
