import { endState } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';
import { kindOf } from '../steps/step-kinds.js';

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
    const branches = kindOf(step).branches(step);
    return [{ step, next }, ...branches.flatMap((branch) => placeSteps(branch, next))];
  });
}
