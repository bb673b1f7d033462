import type { StepDefinition } from '../definition.js';
import { kindOf } from '../steps/step-kinds.js';

/** Whether the contact gets a message at this step. */
export function speaks(step: StepDefinition): boolean {
  return step.verb === 'say' || kindOf(step).question(step) !== null;
}
