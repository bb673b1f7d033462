import { endState } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';

/** A step, and where the flow goes on after it: the next step's path, or the end. */
export interface PlacedStep {
  readonly step: StepDefinition;
  readonly next: string;
}

/** All steps of a flow, those of branches included, in the order in which they are written. */
export function placeSteps(
  steps: readonly StepDefinition[],
  after: string = endState,
): readonly PlacedStep[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1]?.path ?? after;
    return [{ step, next }, ...branchesOf(step).flatMap((branch) => placeSteps(branch, next))];
  });
}

/** Where a branch begins; an empty one goes on at once. */
export function entryOf(branch: readonly StepDefinition[], next: string): string {
  return branch[0]?.path ?? next;
}

function branchesOf(step: StepDefinition): readonly (readonly StepDefinition[])[] {
  switch (step.verb) {
    case 'ask':
      return [...Object.values(step.branches), step.patience.otherwise];
    case 'ask_consent':
      return [step.yes, step.no, step.patience.otherwise];
    case 'if':
      return [step.then, step.else];
    default:
      return [];
  }
}
