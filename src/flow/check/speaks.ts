import { endState } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';
import { kindOf } from '../steps/step-kinds.js';

/** Whether the contact is told something at this step. */
export function speaks(step: StepDefinition): boolean {
  const { entry } = kindOf(step).state(step, endState);
  return entry.some(({ type }) => type === 'say' || type === 'ask');
}
