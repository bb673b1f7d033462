import { placeOfStep } from '../flow-source.js';
import type { FlowNotes } from '../flow-source.js';
import { waysOf } from './flow-graph.js';
import type { FlowGraph } from './flow-graph.js';
import { firstOfEach, reachFrom } from './reach.js';

/** Steps that no way leads to: after an `end`, a `handoff` or a `go`, mostly. */
export function checkReachable(graph: FlowGraph, notes: FlowNotes): void {
  const next = (path: string) => waysOf(graph, path).map(({ to }) => to);
  const reached = reachFrom([graph.entry], next);
  const lost = [...graph.nodes.keys()].filter((path) => !reached.has(path));
  for (const path of firstOfEach(lost, next)) {
    notes.report.error(placeOfStep(notes, path), 'unreachable-step', 'Nothing leads to this step.', {
      hint: 'The step before it ends the flow or leads elsewhere; give this one an id and `go` to it, or remove it.',
    });
  }
}
