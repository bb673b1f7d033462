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
 */
export function compileFlow(definition: FlowDefinition, identity: FlowIdentity): Flow {
  const placed = placeSteps(definition.steps);
  const states = Object.fromEntries(
    placed.map(({ step, next }) => [step.path, kindOf(step).state(step, next)]),
  );
  const questions = placed.flatMap(({ step }) => (kindOf(step).question(step) === null ? [] : [step.path]));
  return {
    name: definition.name,
    title: definition.title,
    version: identity.version,
    leadsTo: identity.leadsTo,
    onEdit: definition.onEdit ?? 'finish',
    machine: buildMachine(definition.name, states, entryOf(definition.steps, endState), questions),
    steps: new Map(placed.map(({ step }) => [step.path, factsOfStep(step)])),
  };
}
