import type { EditPolicy } from '../../core/flow.js';
import type { CompiledFlow } from '../assemble.js';
import { fateOf } from './run-fates.js';
import type { RunFate, StandingRuns } from './run-fates.js';
import { compareStarts } from './start-changes.js';
import type { StartChange } from './start-changes.js';
import { compareSteps } from './step-changes.js';
import type { StepChanges } from './step-changes.js';

/** What it would mean to serve one set of flows in the place of another. */
export interface ChangePlan {
  readonly flows: readonly FlowChange[];
  readonly starts: readonly StartChange[];
  /** Everybody who stands somewhere, flow by flow. */
  readonly runs: readonly RunFate[];
}

export interface FlowChange {
  readonly flow: string;
  /** `same`: not even a flow that it leads to has changed. `led`: only those have. */
  readonly change: 'new' | 'changed' | 'led' | 'removed' | 'same';
  readonly onEdit: EditPolicy;
  readonly steps: StepChanges;
}

const unchanged: StepChanges = { added: [], changed: [], removed: [] };

export function planChange(
  before: readonly CompiledFlow[],
  after: readonly CompiledFlow[],
  standing: readonly StandingRuns[],
): ChangePlan {
  const [earlier, later] = [byName(before), byName(after)];
  const names = [...new Set([...later.keys(), ...earlier.keys()])];
  return {
    flows: names.map((name) => compareFlow(name, earlier.get(name), later.get(name))),
    starts: compareStarts(
      before.map(({ definition }) => definition),
      after.map(({ definition }) => definition),
    ),
    runs: standing.map((runs) => fateOf(runs, earlier.get(runs.flow)?.flow, later.get(runs.flow)?.flow)),
  };
}

function compareFlow(
  flow: string,
  before: CompiledFlow | undefined,
  after: CompiledFlow | undefined,
): FlowChange {
  const onEdit = (after ?? before)?.flow.onEdit ?? 'finish';
  if (before === undefined || after === undefined) {
    return { flow, change: before === undefined ? 'new' : 'removed', onEdit, steps: unchanged };
  }
  if (before.flow.version === after.flow.version) return { flow, change: 'same', onEdit, steps: unchanged };
  const steps = compareSteps(before.definition, after.definition);
  const isOwn = JSON.stringify(before.definition) !== JSON.stringify(after.definition);
  return { flow, change: isOwn ? 'changed' : 'led', onEdit, steps };
}

function byName(flows: readonly CompiledFlow[]): ReadonlyMap<string, CompiledFlow> {
  return new Map(flows.map((one) => [one.flow.name, one]));
}
