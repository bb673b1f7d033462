import type { StepDefinition } from '../definition.js';
import { placeOfStep } from '../flow-source.js';
import type { FlowSet } from './flow-set.js';
import { isSilentlyPassed } from './flow-set.js';

/** A step of a flow of the workspace, and how the walk came to it. */
interface Visit {
  readonly flow: string;
  readonly path: string;
  readonly by: 'walk' | 'otherwise';
  readonly next: Iterator<Visit>;
}

/** Loops in which nobody is waited for, or in which a silent contact is asked for ever, within a flow or across flows. */
export function checkLoops(flows: FlowSet): void {
  const done = new Set<string>();
  for (const { graph } of flows.values())
    walkFrom(visitOf(graph.flow, graph.entry, 'walk', flows), done, flows);
}

/** Depth first with a stack of its own: a flow may be longer than calls can be deep. */
function walkFrom(start: Visit, done: Set<string>, flows: FlowSet): void {
  const trail: Visit[] = [];
  const onTrail = new Map<string, number>();
  const enter = (visit: Visit): void => {
    const first = onTrail.get(keyOf(visit));
    if (first !== undefined) reportLoop([...trail.slice(first), visit], flows);
    else if (!done.has(keyOf(visit))) {
      onTrail.set(keyOf(visit), trail.length);
      trail.push(visit);
    }
  };
  enter(start);
  for (let visit = trail.at(-1); visit !== undefined; visit = trail.at(-1)) {
    const following = visit.next.next();
    if (following.done !== true) {
      enter(following.value);
      continue;
    }
    trail.pop();
    onTrail.delete(keyOf(visit));
    done.add(keyOf(visit));
  }
}

function keyOf({ flow, path }: Visit): string {
  return `${flow} ${path}`;
}

function visitOf(flow: string, path: string, by: Visit['by'], flows: FlowSet): Visit {
  return { flow, path, by, next: followingVisits(flow, path, flows) };
}

/** Where a run comes to without a word from the contact. */
function* followingVisits(flow: string, path: string, flows: FlowSet): Generator<Visit> {
  const node = flows.get(flow)?.graph.nodes.get(path);
  if (node === undefined) return;
  const entered = enteredFlow(node.step);
  const graph = entered === null ? undefined : flows.get(entered)?.graph;
  if (graph !== undefined) yield visitOf(graph.flow, graph.entry, 'walk', flows);
  if (!isSilentlyPassed(node.step, flows)) return;
  for (const { to, by } of node.ways) if (by !== 'answer') yield visitOf(flow, to, by, flows);
}

function enteredFlow(step: StepDefinition): string | null {
  if (step.verb === 'run') return step.flow;
  return step.verb === 'go' && step.to.kind === 'flow' ? step.to.flow : null;
}

/** @param loop Begins and ends with the same step. Reported at the `go` or `run` that closes it. */
function reportLoop(loop: readonly Visit[], flows: FlowSet): void {
  const closing =
    loop.slice(0, -1).findLast((visit) => isJump(stepOf(visit, flows))) ?? loop.at(-2) ?? loop[0];
  const read = closing && flows.get(closing.flow)?.read;
  if (closing === undefined || read === undefined) return;
  const place = placeOfStep(read.notes, closing.path);
  if (loop.slice(1).some(({ by }) => by === 'otherwise')) {
    read.notes.report.error(
      place,
      'no-way-out',
      'Someone who does not answer is asked here again and again.',
      {
        hint: 'Let `otherwise` come to an end: `end`, a handoff, or a last message.',
      },
    );
    return;
  }
  read.notes.report.error(
    place,
    'endless-loop',
    'This leads back to itself, and nobody is asked in between.',
    {
      hint: 'Put a question into the loop, or let it lead elsewhere.',
    },
  );
}

function stepOf({ flow, path }: Visit, flows: FlowSet): StepDefinition | undefined {
  return flows.get(flow)?.graph.nodes.get(path)?.step;
}

function isJump(step: StepDefinition | undefined): boolean {
  return step?.verb === 'go' || step?.verb === 'run';
}
