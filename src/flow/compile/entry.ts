import type { StepDefinition } from '../definition.js';

/** Where a branch begins; an empty one goes on at once. */
export function entryOf(branch: readonly StepDefinition[], next: string): string {
  return branch[0]?.path ?? next;
}
