import type { Command } from './command.js';
import { assembleFolder, describeIssues, hasErrors, readFolder } from './read-folder.js';
import { parseCall } from './parse-call.js';
import { runTests } from './test/run-tests.js';
import { showTests } from './test/show-tests.js';

export const testCommand: Command = {
  name: 'test',
  usage: '[dir] [--json]',
  summary: 'Plays the chats of all *.test.yaml files against the flows.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, { json: { type: 'boolean' } }, 1);
    const reading = await readFolder(positionals[0], terminal);
    const show = (json: object, text: () => string): void =>
      terminal.print(values.json === true ? JSON.stringify(json, null, 2) : text());
    if (hasErrors(reading)) {
      show({ ok: false, issues: reading.issues }, () => describeIssues(reading));
      return 1;
    }
    const run = runTests(assembleFolder(reading));
    const isGood = run.tests.every(({ failures }) => failures.length === 0);
    show({ ok: isGood, ...run }, () => showTests(run, reading.folder));
    return isGood ? 0 : 1;
  },
};
