import { endState } from '../core/flow.js';
import type { Flow } from '../core/flow.js';
import { buildMachine } from './compile/build-machine.js';
import { entryOf } from './compile/entry.js';
import { placeSteps } from './compile/placed-steps.js';
import { factsOfStep } from './compile/step-facts.js';
import type { FlowDefinition } from './definition.js';
import { kindOf } from './steps/step-kinds.js';

/** What a compiled flow is known by; see `versionFlows`. */
export type FlowIdentity = Pick<Flow, 'version' | 'leadsTo'>;

/**
 * Makes a checked definition ready to run: one flat state a step, keyed by the step's path, so that a run's place
 * outlives every edit that leaves the path alone. What goes in and comes out is `FlowEvent` and `FlowAction`.
 *
 * Its machine and its steps are made when they are first asked for: of a thousand flows, and of all that the archive
 * keeps, most start nothing for days.
 */
export function compileFlow(definition: FlowDefinition, identity: FlowIdentity): Flow {
  const makeMachine = once(() => machineOf(definition));
  const makeSteps = once(
    () => new Map(placeSteps(definition.steps).map(({ step }) => [step.path, factsOfStep(step)])),
  );
  return {
    name: definition.name,
    title: definition.title,
    version: identity.version,
    leadsTo: identity.leadsTo,
    onEdit: definition.onEdit ?? 'finish',
    get machine() {
      return makeMachine();
    },
    get steps() {
      return makeSteps();
    },
  };
}

function machineOf({ name, steps }: FlowDefinition): Flow['machine'] {
  const placed = placeSteps(steps);
  const states = Object.fromEntries(
    placed.map(({ step, next }) => [step.path, kindOf(step).state(step, next)]),
  );
  const questions = placed.flatMap(({ step }) => (kindOf(step).question(step) === null ? [] : [step.path]));
  return buildMachine(name, states, entryOf(steps, endState), questions);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
