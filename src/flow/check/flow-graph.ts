import type { Condition } from '../../core/condition.js';
import { endState } from '../../core/flow.js';
import { entryOf, placeSteps } from '../compile/placed-steps.js';
import type { AskConsentStep, AskStep, FlowDefinition, StepDefinition } from '../definition.js';

/** A flow as steps and the ways between them, the end of its steps included as `endState`. */
export interface FlowGraph {
  readonly flow: string;
  readonly entry: string;
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

export interface GraphNode {
  readonly step: StepDefinition;
  /** None: the run ends here, or leaves the flow. */
  readonly ways: readonly Way[];
}

/** A way from one step to another. */
export interface Way {
  readonly to: string;
  /** `walk`: at once. `answer`: the contact wrote. `otherwise`: they did not, or nothing that fits. */
  readonly by: 'walk' | 'answer' | 'otherwise';
  /** Longest time that passes on it without a word from the contact, ms. */
  readonly silence: number;
  /** Name of the answer that is known once it is taken. */
  readonly saves: string | null;
  /** Whether it is taken only while the reply window is open. */
  readonly needsWindow: boolean;
}

/** Ways to steps that do not exist are left out: they are reported where they are named. */
export function buildGraph({ name, steps }: FlowDefinition): FlowGraph {
  const placed = placeSteps(steps);
  const paths = new Set([endState, ...placed.map(({ step }) => step.path)]);
  return {
    flow: name,
    entry: entryOf(steps, endState),
    nodes: new Map(
      placed.map(({ step, next }) => [
        step.path,
        { step, ways: waysFrom(step, next).filter(({ to }) => paths.has(to)) },
      ]),
    ),
  };
}

export function waysOf({ nodes }: FlowGraph, path: string): readonly Way[] {
  return nodes.get(path)?.ways ?? [];
}

function waysFrom(step: StepDefinition, next: string): readonly Way[] {
  switch (step.verb) {
    case 'handoff':
    case 'end':
      return [];
    case 'go':
      return step.to.kind === 'step' ? [walkTo(step.to.path)] : [];
    case 'opt_out':
      return step.purpose === 'all' ? [] : [walkTo(next)];
    case 'if':
      return [
        { ...walkTo(entryOf(step.then, next)), needsWindow: impliesOpenWindow(step.condition) },
        walkTo(entryOf(step.else, next)),
      ];
    case 'ask':
      return [...answersOf(step, next), ...otherwiseOf(step, next)];
    case 'ask_consent':
      return [
        answerTo(entryOf(step.yes, next), null),
        answerTo(entryOf(step.no, next), null),
        ...otherwiseOf(step, next),
      ];
    default:
      return [walkTo(next)];
  }
}

function answersOf({ question, branches, save }: AskStep, next: string): readonly Way[] {
  return question.choices.length === 0
    ? [answerTo(next, save)]
    : question.choices.map(({ value }) => answerTo(entryOf(branches[value] ?? [], next), save));
}

function otherwiseOf({ patience }: AskStep | AskConsentStep, next: string): readonly Way[] {
  const { otherwise, within } = patience;
  if (otherwise.length === 0) return [];
  return [{ ...walkTo(entryOf(otherwise, next)), by: 'otherwise', silence: within }];
}

function walkTo(to: string): Way {
  return { to, by: 'walk', silence: 0, saves: null, needsWindow: false };
}

function answerTo(to: string, saves: string | null): Way {
  return { ...walkTo(to), by: 'answer', saves };
}

function impliesOpenWindow(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.some(impliesOpenWindow);
    case 'any':
      return condition.of.every(impliesOpenWindow);
    case 'not':
      return false;
    case 'test': {
      const { subject, test } = condition;
      return subject.kind === 'reply_window' && test.kind === 'is' && test.value === 'open';
    }
  }
}
