import { basename, resolve } from 'node:path';
import { titleFromName } from '../flow/names.js';
import { UsageError } from './command.js';
import type { Command } from './command.js';
import { parseCall } from './parse-call.js';
import { workspaceStarter } from './starters/workspace-starter.js';
import { writeNewFiles } from './starters/write-files.js';
import { writeSchemas } from './starters/write-schemas.js';

export const initCommand: Command = {
  name: 'init',
  usage: '<dir> [--brand name]',
  summary: 'Writes a first workspace: a flow with its tests, ready to be made yours.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, { brand: { type: 'string' } }, 1);
    const [folder] = positionals;
    if (folder === undefined) throw new UsageError('Say where: heyword init my-flows.');
    const brand = values.brand ?? titleFromName(basename(resolve(folder)).replaceAll('-', '_'));
    const files = await writeNewFiles(folder, workspaceStarter(brand));
    const written = [...files, ...(await writeSchemas(folder))];
    terminal.print(
      [
        ...written.map((path) => `wrote ${path}`),
        '',
        'Next:',
        `  npx heyword check ${folder}`,
        `  npx heyword test ${folder}`,
        `  npx heyword chat ${folder}`,
      ].join('\n'),
    );
    return 0;
  },
};
