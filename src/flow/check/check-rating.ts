import { placeSteps } from '../compile/placed-steps.js';
import type { ReadFlow } from '../flow-source.js';
import type { MentionOf } from '../mention.js';
import type { Report } from '../report.js';

/** The flow that is to ask for a mark: whether it asks for one itself. */
export function checkRating(
  { name, place }: MentionOf<'flow'>,
  flows: readonly ReadFlow[],
  report: Report,
): void {
  const flow = flows.find(({ definition }) => definition.name === name);
  if (flow === undefined || flow.notes.hasGaps) return;
  const verbs = placeSteps(flow.definition.steps).map(({ step }) => step.verb);
  if (verbs.includes('rate') || verbs.includes('run') || verbs.includes('go')) return;
  report.warning(place, 'rating-without-mark', `The flow "${name}" asks for no mark.`, {
    hint: 'Ask for it by a step such as rate: How did we do?',
  });
}
