import type { Condition } from '../../core/condition.js';
import type { Placeholder, Question, StepFacts, Template } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';

/** What only the platform can tell of a contact. */
const profileNames: readonly string[] = ['first_name', 'name'];

/** What is known of a step without running it. */
export function factsOfStep(step: StepDefinition): StepFacts {
  return {
    path: step.path,
    verb: step.verb,
    question: questionOf(step),
    needsProfile: templatesOf(step).some(readsProfile) || (step.verb === 'if' && asksProfile(step.condition)),
  };
}

function questionOf(step: StepDefinition): Question | null {
  return step.verb === 'ask' || step.verb === 'ask_consent' ? step.question : null;
}

function templatesOf(step: StepDefinition): readonly Template[] {
  switch (step.verb) {
    case 'say':
      return [step.text];
    case 'ask':
    case 'ask_consent':
      return [step.question.text, step.question.retry ?? []];
    case 'set':
      return step.fields.map(({ value }) => value);
    case 'handoff':
      return [step.note];
    default:
      return [];
  }
}

function readsProfile(template: Template): boolean {
  return template.some((part) => typeof part !== 'string' && isProfile(part));
}

function isProfile({ source, name }: Placeholder): boolean {
  return source === 'contact' && profileNames.includes(name);
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
