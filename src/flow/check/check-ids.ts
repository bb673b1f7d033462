import { placeSteps } from '../compile/placed-steps.js';
import { factsOfStep } from '../compile/step-facts.js';
import type { StepDefinition } from '../definition.js';
import { placeOfStep } from '../flow-source.js';
import type { ReadFlow } from '../flow-source.js';

/** Steps in which runs wait and that have no name, in a flow whose open runs move over to what it is edited to. */
export function checkIds({ definition, notes }: ReadFlow): void {
  if (definition.onEdit !== 'migrate') return;
  for (const { step } of placeSteps(definition.steps)) {
    if (!waitsWithoutName(step)) continue;
    notes.report.warning(
      placeOfStep(notes, step.path),
      'missing-id',
      'Who waits at this step is lost when the flow is edited: it has no id.',
      { hint: 'Add a line `id: …`, or let `heyword check --fix` write it.' },
    );
  }
}

/** Whether a run stands at this step until something happens, and cannot be found there by a name. */
export function waitsWithoutName(step: StepDefinition): boolean {
  const { hasId, question, pauses } = factsOfStep(step);
  return !hasId && (question !== null || pauses === true);
}
