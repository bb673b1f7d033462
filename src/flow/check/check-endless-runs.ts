import { placeOfStep } from '../flow-source.js';
import { kindOf } from '../steps/step-kinds.js';
import type { FlowInSet, FlowSet } from './flow-set.js';
import { findCircles } from './circles.js';

/** Flows that run themselves, directly or through others: each round would wait for the next one for ever. */
export function checkEndlessRuns(flows: FlowSet): void {
  const circles = findCircles(flows.keys(), (name) => targetsOf(flows.get(name), flows));
  for (const { graph, read } of flows.values()) {
    for (const [path, { step }] of graph.nodes) {
      if (step.verb !== 'run' || circles.get(step.flow) !== circles.get(graph.flow)) continue;
      read.notes.report.error(
        placeOfStep(read.notes, path),
        'endless-run',
        `"${step.flow}" leads back to this flow, which would then wait for itself.`,
        { hint: 'Use `go: { flow: … }` where nothing is left to do here afterwards.' },
      );
    }
  }
}

function targetsOf(flow: FlowInSet | undefined, flows: FlowSet): readonly string[] {
  const named = [...(flow?.graph.nodes.values() ?? [])].flatMap(({ step }) => kindOf(step).flows(step));
  return named.filter((name) => flows.has(name));
}
