import { endState } from '../../core/flow.js';
import { placeOfStep } from '../flow-source.js';
import { waysOf } from './flow-graph.js';
import { stepsWithoutOutcome } from './flow-set.js';
import type { FlowInSet, FlowSet } from './flow-set.js';
import { reachFrom } from './reach.js';

/**
 * Ways on which a run comes to the end of its steps with neither an outcome, a handoff nor an `end`: it works, a person
 * takes it up, but mostly a line was forgotten.
 */
export function checkDeadEnds(flows: FlowSet): void {
  const withoutOutcome = new Set(
    [...flows].filter(([, { alwaysHasOutcome }]) => !alwaysHasOutcome).map(([name]) => name),
  );
  for (const name of flowsEnteredWithoutOutcome(flows, withoutOutcome)) {
    const flow = flows.get(name);
    if (flow !== undefined && !flow.read.notes.hasGaps) reportDeadEnds(flow, withoutOutcome);
  }
}

/** Flows that stand at the bottom of a run: those that something starts, and those that they `go` to before an outcome. */
function flowsEnteredWithoutOutcome(
  flows: FlowSet,
  withoutOutcome: ReadonlySet<string>,
): ReadonlySet<string> {
  const started = [...flows.values()].filter(({ read }) => read.hasStart).map(({ graph }) => graph.flow);
  return reachFrom(started, (name) => {
    const flow = flows.get(name);
    return flow === undefined ? [] : goTargets(flow, withoutOutcome);
  });
}

function goTargets(flow: FlowInSet, withoutOutcome: ReadonlySet<string>): readonly string[] {
  return [...openSteps(flow, withoutOutcome)].flatMap((path) => {
    const step = flow.graph.nodes.get(path)?.step;
    return step?.verb === 'go' && step.to.kind === 'flow' ? [step.to.flow] : [];
  });
}

/** Steps that a run can come to before any outcome. */
function openSteps({ graph }: FlowInSet, withoutOutcome: ReadonlySet<string>): ReadonlySet<string> {
  return reachFrom([graph.entry], (path) => stepsWithoutOutcome(graph, path, withoutOutcome));
}

function reportDeadEnds(flow: FlowInSet, withoutOutcome: ReadonlySet<string>): void {
  const { graph, read } = flow;
  for (const path of openSteps(flow, withoutOutcome)) {
    const isLast = stepsWithoutOutcome(graph, path, withoutOutcome).includes(endState);
    if (!isLast || waysOf(graph, path).length === 0) continue;
    read.notes.report.warning(
      placeOfStep(read.notes, path),
      'dead-end',
      'A run can end after this step with nothing achieved: it will go to a person.',
      { hint: 'Add an `outcome` to count, a `handoff`, or `end` if that is meant.' },
    );
  }
}
