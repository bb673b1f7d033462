import type { CompiledFlow } from '../../flow/assemble.js';
import { planChange } from '../../flow/plan/plan-change.js';
import type { RunPlace } from '../../store/reads.js';
import type { Command, Terminal } from '../command.js';
import { parseCall } from '../parse-call.js';
import { compileFolder, describeIssues, hasErrors, readFolder } from '../read-folder.js';
import { readOpenRuns } from './open-runs.js';
import { describePlan, type WorkspacePlan } from './plan/describe-plan.js';

export const planCommand: Command = {
  name: 'plan',
  usage: '[dir] [--against dir] [--json]',
  summary:
    'Compares a folder with the one that is served (FLOWS_DIR, or --against): changed flows, who stands where, keywords that change hands.',
  run: async (args, terminal) => {
    const options = { against: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseCall(args, options, 1);
    const after = await compileOrComplain(positionals[0], terminal);
    const before = await compileOrComplain(values.against, terminal);
    if (after === null || before === null) return 1;
    const runs = await readOpenRuns(terminal);
    const plans = planEach(before, after, runs ?? []);
    const found = { runsAreCounted: runs !== null, workspaces: plans };
    terminal.print(values.json === true ? JSON.stringify(found, null, 2) : describePlan(found));
    return 0;
  },
};

type CompiledFolder = ReadonlyMap<string, readonly CompiledFlow[]>;

async function compileOrComplain(
  folder: string | undefined,
  terminal: Terminal,
): Promise<CompiledFolder | null> {
  const reading = await readFolder(folder, terminal);
  if (!hasErrors(reading)) return compileFolder(reading);
  terminal.complain(describeIssues(reading));
  terminal.complain(`${reading.folder} cannot be compared while it has mistakes.`);
  return null;
}

function planEach(
  before: CompiledFolder,
  after: CompiledFolder,
  runs: readonly RunPlace[],
): readonly WorkspacePlan[] {
  return [...new Set([...after.keys(), ...before.keys()])].map((workspace) => ({
    workspace,
    ...planChange(
      before.get(workspace) ?? [],
      after.get(workspace) ?? [],
      runs.filter((place) => place.workspace === workspace),
    ),
  }));
}
