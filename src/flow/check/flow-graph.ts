import { endState } from '../../core/flow.js';
import { entryOf } from '../compile/entry.js';
import { placeSteps } from '../compile/placed-steps.js';
import type { Way } from '../compile/way.js';
import type { FlowDefinition, StepDefinition } from '../definition.js';
import { kindOf } from '../steps/step-kinds.js';

/** A flow as steps and the ways between them, the end of its steps included as `endState`. */
export interface FlowGraph {
  readonly flow: string;
  readonly entry: string;
  /** Answers that are known from the beginning where another flow runs this one. */
  readonly inputs: readonly string[];
  /** Whether it can also begin by itself, without its inputs. */
  readonly startsAlone: boolean;
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

export interface GraphNode {
  readonly step: StepDefinition;
  /** None: the run ends here, or leaves the flow. */
  readonly ways: readonly Way[];
}

/** Ways to steps that do not exist are left out: they are reported where they are named. */
export function buildGraph({ name, steps, inputs = [], start }: FlowDefinition): FlowGraph {
  const placed = placeSteps(steps);
  const paths = new Set([endState, ...placed.map(({ step }) => step.path)]);
  return {
    flow: name,
    entry: entryOf(steps, endState),
    inputs,
    startsAlone: start.length > 0,
    nodes: new Map(
      placed.map(({ step, next }) => [
        step.path,
        {
          step,
          ways: kindOf(step)
            .ways(step, next)
            .filter(({ to }) => paths.has(to)),
        },
      ]),
    ),
  };
}

export function waysOf({ nodes }: FlowGraph, path: string): readonly Way[] {
  return nodes.get(path)?.ways ?? [];
}

/** Names of the answers that its steps save. */
export function savedNames({ nodes }: FlowGraph): readonly string[] {
  const names = [...nodes.values()].flatMap(({ ways }) => ways.flatMap(({ saves }) => saves));
  return [...new Set(names)];
}
