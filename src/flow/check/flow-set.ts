import { endState } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';
import type { ReadFlow } from '../flow-source.js';
import { buildGraph, waysOf } from './flow-graph.js';
import type { FlowGraph } from './flow-graph.js';
import { reachFrom } from './reach.js';

/** The flows of a workspace by name, for checks that follow runs from one into another. */
export type FlowSet = ReadonlyMap<string, FlowInSet>;

export interface FlowInSet {
  readonly read: ReadFlow;
  readonly graph: FlowGraph;
  /** Whether its end can be reached without a word from the contact. */
  readonly isSilent: boolean;
  /** Whether every way to its end has reached an outcome. */
  readonly alwaysHasOutcome: boolean;
}

export function buildFlowSet(flows: readonly ReadFlow[]): FlowSet {
  const graphs = new Map(flows.map((read) => [read.definition.name, buildGraph(read.definition)]));
  const silent = growingSet(graphs, (graph, known) =>
    reachesEnd(graph, (path) =>
      isPassed(stepAt(graph, path), known)
        ? waysOf(graph, path).flatMap(({ to, by }) => (by === 'answer' ? [] : [to]))
        : [],
    ),
  );
  const withoutOutcome = growingSet(graphs, (graph, known) =>
    reachesEnd(graph, (path) => stepsWithoutOutcome(graph, path, known)),
  );
  return new Map(
    flows.flatMap((read) => {
      const { name } = read.definition;
      const graph = graphs.get(name);
      const facts = { isSilent: silent.has(name), alwaysHasOutcome: !withoutOutcome.has(name) };
      return graph === undefined ? [] : [[name, { read, graph, ...facts }]];
    }),
  );
}

/** Whether a run can go past this step without a word from the contact. */
export function isSilentlyPassed(step: StepDefinition, flows: FlowSet): boolean {
  return step.verb !== 'run' || (flows.get(step.flow)?.isSilent ?? true);
}

/** Steps that follow one that reaches no outcome itself. */
export function stepsWithoutOutcome(
  graph: FlowGraph,
  path: string,
  withoutOutcome: ReadonlySet<string>,
): readonly string[] {
  const step = stepAt(graph, path);
  if (step?.verb === 'outcome') return [];
  if (step?.verb === 'run' && !withoutOutcome.has(step.flow)) return [];
  return waysOf(graph, path).flatMap(({ to, achieves }) => (achieves ? [] : [to]));
}

function isPassed(step: StepDefinition | undefined, silent: ReadonlySet<string>): boolean {
  return step?.verb !== 'run' || silent.has(step.flow);
}

function stepAt({ nodes }: FlowGraph, path: string): StepDefinition | undefined {
  return nodes.get(path)?.step;
}

function reachesEnd(graph: FlowGraph, next: (path: string) => readonly string[]): boolean {
  return reachFrom([graph.entry], next).has(endState);
}

/**
 * The flows that have a property, where having it may depend on which others are known to have it: those that run a
 * flow which turns out to have it are looked at again.
 */
function growingSet(
  graphs: ReadonlyMap<string, FlowGraph>,
  has: (graph: FlowGraph, known: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const runners = runnersOf(graphs);
  const known = new Set<string>();
  const pending = [...graphs.keys()];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const graph = graphs.get(name);
    if (graph === undefined || known.has(name) || !has(graph, known)) continue;
    known.add(name);
    pending.push(...(runners.get(name) ?? []));
  }
  return known;
}

/** Which flows run each flow. */
function runnersOf(graphs: ReadonlyMap<string, FlowGraph>): ReadonlyMap<string, readonly string[]> {
  const runners = new Map<string, string[]>();
  for (const [name, { nodes }] of graphs) {
    for (const { step } of nodes.values()) {
      if (step.verb !== 'run') continue;
      const known = runners.get(step.flow);
      if (known === undefined) runners.set(step.flow, [name]);
      else known.push(name);
    }
  }
  return runners;
}
