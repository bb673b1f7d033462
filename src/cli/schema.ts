import { didYouMean } from '../flow/nearest-word.js';
import { fileKinds, schemaText } from '../flow/schema/published.js';
import type { FileKind } from '../flow/schema/published.js';
import { UsageError } from './command.js';
import type { Command } from './command.js';
import { exists } from './exists.js';
import { parseCall } from './parse-call.js';
import { writeSchemas } from './starters/write-schemas.js';

export const schemaCommand: Command = {
  name: 'schema',
  usage: `[${fileKinds.join('|')}] [--write dir]`,
  summary: `Prints what may stand in a file (flow, unless another is named) as JSON Schema, for editors. --write puts the schemas
      beside the files of a folder, where the first line of each names its own; do so again after an upgrade.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, { write: { type: 'string' } }, 1);
    if (values.write === undefined) {
      terminal.print(schemaText(readKind(positionals[0])).trimEnd());
      return 0;
    }
    if (positionals.length > 0)
      throw new UsageError('All schemas are written together: name the folder only.');
    if (!(await exists(values.write))) throw new UsageError(`There is no folder ${values.write}.`);
    const written = await writeSchemas(values.write);
    terminal.print(
      written.length === 0
        ? 'The schemas there are those of this version.'
        : written.map((path) => `wrote ${path}`).join('\n'),
    );
    return 0;
  },
};

function readKind(word = 'flow'): FileKind {
  const kind = fileKinds.find((one) => one === word);
  if (kind !== undefined) return kind;
  const hint = didYouMean(word, fileKinds) ?? `There are ${fileKinds.join(', ')}.`;
  throw new UsageError(`There is no schema of "${word}". ${hint}`);
}
