import type { Command } from './command.js';
import { count } from './count.js';
import { describeIssues, hasErrors, readFolder } from './read-folder.js';
import type { FolderReading } from './read-folder.js';
import { parseCall } from './parse-call.js';

export const checkCommand: Command = {
  name: 'check',
  usage: '[dir] [--json]',
  summary: 'Finds every mistake in the flows, before a follower does.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, { json: { type: 'boolean' } }, 1);
    const reading = await readFolder(positionals[0], terminal);
    const isGood = !hasErrors(reading);
    if (values.json === true) {
      terminal.print(JSON.stringify({ ok: isGood, folder: reading.folder, issues: reading.issues }, null, 2));
    } else {
      if (reading.issues.length > 0) terminal.print(describeIssues(reading));
      terminal.print(summarise(reading));
    }
    return isGood ? 0 : 1;
  },
};

function summarise({ folder, issues, workspaces }: FolderReading): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const flows = workspaces.reduce((sum, workspace) => sum + workspace.flows.length, 0);
  if (issues.length === 0) return `${folder}: ${count(flows, 'flow')}, no mistakes.`;
  return `${folder}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}
