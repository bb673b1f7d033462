import type { ChangePlan, FlowChange } from '../../../flow/plan/plan-change.js';
import type { RunFate } from '../../../flow/plan/run-fates.js';
import type { StartChange } from '../../../flow/plan/start-changes.js';
import { count } from '../../count.js';

/** The plan of one workspace. */
export interface WorkspacePlan extends ChangePlan {
  readonly workspace: string;
}

export interface FoundPlans {
  /** Whether there was a database to ask who stands where. */
  readonly runsAreCounted: boolean;
  readonly workspaces: readonly WorkspacePlan[];
}

export function describePlan({ runsAreCounted, workspaces }: FoundPlans): string {
  const parts = workspaces.map((plan) => describeWorkspace(plan, runsAreCounted));
  return runsAreCounted
    ? parts.join('\n\n')
    : [...parts, 'No database: open runs are not counted.'].join('\n\n');
}

function describeWorkspace(plan: WorkspacePlan, runsAreCounted: boolean): string {
  const { workspace, flows, starts } = plan;
  const touched = flows.filter(({ change }) => change !== 'same');
  const untouched = flows.length - touched.length;
  return [
    `${workspace}: ${touched.length === 0 ? 'nothing changes' : count(touched.length, 'flow changes', 'flows change')}, ${untouched} ${untouched === 1 ? 'stays' : 'stay'}.`,
    ...touched.flatMap((flow) => describeFlow(flow, plan, runsAreCounted)),
    ...(starts.length > 0
      ? ['', 'What starts something else than before:', ...starts.map(describeStart)]
      : []),
  ].join('\n');
}

const changes: Readonly<Record<FlowChange['change'], string>> = {
  new: 'is new',
  changed: 'has changed',
  led: 'leads to a flow that has changed',
  removed: 'is gone',
  same: 'is the same',
};

function describeFlow(
  { flow, change, steps }: FlowChange,
  { runs }: WorkspacePlan,
  runsAreCounted: boolean,
): readonly string[] {
  const standing = runs.filter((one) => one.flow === flow && one.fate !== 'stay');
  const marks = [
    ...steps.added.map((path) => `+ ${path}`),
    ...steps.changed.map((path) => `~ ${path}`),
    ...steps.removed.map((path) => `- ${path}`),
  ];
  const nobody = runsAreCounted && standing.length === 0 && change !== 'new' ? ['  nobody is in it'] : [];
  return [
    '',
    `${flow} ${changes[change]}`,
    ...marks.map((mark) => `  ${mark}`),
    ...standing.map(describeRuns),
    ...nobody,
  ];
}

function describeRuns({ runs, step, fate, because }: RunFate): string {
  const [one, many] = {
    stay: ['stays', 'stay'],
    finish: ['finishes as it began', 'finish as they began'],
    migrate: ['goes on in the edited flow', 'go on in the edited flow'],
    restart: ['begins anew with the next message', 'begin anew with their next message'],
  }[fate] as [string, string];
  return `  ${count(runs, 'run')} at ${step} ${runs === 1 ? one : many}${because === null ? '' : `: ${because}`}`;
}

function describeStart({ start, from, to }: StartChange): string {
  return `  ${start}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`;
}
