import type { Condition } from '../../core/condition.js';
import type { Placeholder, Question, StepFacts, Template } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';
import { isName } from '../names.js';
import { profileNames } from '../profile-names.js';
import { kindOf } from '../steps/step-kinds.js';

/** What is known of a step without running it. */
export function factsOfStep(step: StepDefinition): StepFacts {
  const kind = kindOf(step);
  return {
    path: step.path,
    verb: step.verb,
    hasId: isName(nameOf(step)),
    question: kind.question(step),
    ...(kind.pauses && { pauses: true }),
    ...(step.verb === 'say' && step.extras?.outsideWindow && { knowsLateness: true as const }),
    needsProfile:
      kind.texts(step).some(readsProfile) ||
      kind.conditions(step).some(asksProfile) ||
      isKnownByProfile(kind.question(step)),
  };
}

/** What finds a step again after an edit: the question behind a first yes has the name of the step that asks it. */
function nameOf(step: StepDefinition): string {
  return step.verb === 'ask_consent' ? (step.confirms ?? step.path) : step.path;
}

/** Whether what only the platform can tell of a contact is shown in it. */
export function readsProfile(template: Template): boolean {
  return template.some((part) => {
    if (typeof part === 'string') return false;
    return 'byLanguage' in part ? Object.values(part.byLanguage).some(readsProfile) : isProfile(part);
  });
}

function isProfile({ source, name }: Placeholder): boolean {
  return source === 'contact' && profileNames.includes(name);
}

function isKnownByProfile(question: Question | null): boolean {
  const known = question?.unlessKnown;
  return known?.source === 'contact' && profileNames.includes(known.name);
}

function asksProfile(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.some(asksProfile);
    case 'not':
      return asksProfile(condition.of);
    case 'test':
      return condition.subject.kind === 'contact' && profileNames.includes(condition.subject.name);
  }
}
