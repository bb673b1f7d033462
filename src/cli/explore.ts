import { defaultBounds, exploreFlow } from '../flow/explore/explore.js';
import { UsageError } from './command.js';
import type { Command } from './command.js';
import { isProved, showExplorations } from './explore/show-explorations.js';
import type { ExploredFlow } from './explore/show-explorations.js';
import { reportExploration } from './explore/report-exploration.js';
import { parseCall } from './parse-call.js';
import { assembleFolder, describeIssues, hasErrors, readFolder } from './read-folder.js';
import type { LoadedWorkspace } from './read-folder.js';
import { chooseFlows } from './choose-flows.js';

const options = {
  flow: { type: 'string' },
  json: { type: 'boolean' },
  'most-states': { type: 'string' },
} as const;

export const exploreCommand: Command = {
  name: 'explore',
  usage: '[dir] [--flow NAME] [--most-states N] [--json]',
  summary:
    'Walks every flow through all that can happen; proves that it ends, or shows the chat in which it does not.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, options, 1);
    const mostStates = readMostStates(values['most-states']);
    const reading = await readFolder(positionals[0], terminal);
    const show = (json: object, text: () => string): void =>
      terminal.print(values.json === true ? JSON.stringify(json, null, 2) : text());
    if (hasErrors(reading)) {
      show({ ok: false, issues: reading.issues }, () => describeIssues(reading));
      return 1;
    }
    const explored = exploreAll(assembleFolder(reading), values.flow, mostStates);
    const isGood = explored.every(({ exploration }) => isProved(exploration));
    show({ ok: isGood, flows: explored.map(reportExploration) }, () => showExplorations(explored));
    return isGood ? 0 : 1;
  },
};

interface StartedFlow extends ExploredFlow {
  readonly isStarted: boolean;
}

function readMostStates(written: string | undefined): number {
  if (written === undefined) return defaultBounds.mostStates;
  if (/^[1-9]\d{0,8}$/u.test(written)) return Number(written);
  throw new UsageError(`"${written}" is no number of states.`);
}

function exploreAll(
  workspaces: readonly LoadedWorkspace[],
  only: string | undefined,
  mostStates: number,
): readonly ExploredFlow[] {
  const flows = workspaces.flatMap(({ files, workspace }) =>
    files.flows.map((definition) => ({ workspace, definition })),
  );
  const chosen = chooseFlows(flows, only);
  const explored = chosen.map(({ workspace, definition }) => ({
    workspace: workspace.name,
    exploration: exploreFlow(workspace, definition, { ...defaultBounds, mostStates }),
    isStarted: definition.start.length > 0,
  }));
  return explored.filter((one) => one.isStarted || !explored.some((other) => isWalkedWith(other, one)));
}

/** A flow that nothing starts is looked at where another one runs it: alone there is nothing to be seen of it. */
function isWalkedWith(other: StartedFlow, { workspace, exploration: { flow } }: ExploredFlow): boolean {
  return other.isStarted && other.workspace === workspace && other.exploration.leadsTo.includes(flow);
}
