import type { StepDefinition } from '../definition.js';
import type { FlowSet } from './flow-set.js';
import { isSilentlyPassed } from './flow-set.js';

/** A step of a flow of the workspace, and how a run came to it without a word from the contact. */
export interface Visit {
  readonly flow: string;
  readonly path: string;
  readonly by: 'walk' | 'otherwise' | 'pause';
}

/** A visit whose ways on are being tried. */
interface OpenVisit {
  readonly visit: Visit;
  readonly following: Iterator<Visit>;
}

/**
 * Rounds that a run could make for ever while the contact says nothing, within a flow or across flows. Each is what
 * follows a step, up to and including that step again.
 */
export function findSilentLoops(flows: FlowSet): readonly (readonly Visit[])[] {
  const done = new Set<string>();
  const starts = [...flows.values()].flatMap(({ graph }) =>
    [graph.entry, ...graph.nodes.keys()].map((path) => ({ flow: graph.flow, path, by: 'walk' }) as const),
  );
  return starts.flatMap((start) => loopsFrom(start, done, flows));
}

/** Depth first with a stack of its own: a flow may be longer than calls can be deep. */
function loopsFrom(start: Visit, done: Set<string>, flows: FlowSet): readonly (readonly Visit[])[] {
  const trail: OpenVisit[] = [];
  const positions = new Map<string, number>();
  const loops: Visit[][] = [];
  const enter = (visit: Visit): void => {
    const key = keyOf(visit);
    const first = positions.get(key);
    if (first !== undefined) loops.push([...trail.slice(first + 1).map((open) => open.visit), visit]);
    if (first !== undefined || done.has(key)) return;
    positions.set(key, trail.length);
    trail.push({ visit, following: visitsAfter(visit, flows) });
  };
  enter(start);
  for (let open = trail.at(-1); open !== undefined; open = trail.at(-1)) {
    const next = open.following.next();
    if (next.done === true) {
      trail.pop();
      positions.delete(keyOf(open.visit));
      done.add(keyOf(open.visit));
    } else enter(next.value);
  }
  return loops;
}

function keyOf({ flow, path }: Visit): string {
  return `${flow} ${path}`;
}

function* visitsAfter({ flow, path }: Visit, flows: FlowSet): Generator<Visit> {
  const node = flows.get(flow)?.graph.nodes.get(path);
  if (node === undefined) return;
  const entered = flows.get(enteredFlow(node.step) ?? '')?.graph;
  if (entered !== undefined) yield { flow: entered.flow, path: entered.entry, by: 'walk' };
  if (!isSilentlyPassed(node.step, flows)) return;
  for (const { to, by } of node.ways) if (by !== 'answer') yield { flow, path: to, by };
}

function enteredFlow(step: StepDefinition): string | null {
  if (step.verb === 'run') return step.flow;
  return step.verb === 'go' && step.to.kind === 'flow' ? step.to.flow : null;
}
