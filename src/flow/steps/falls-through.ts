import type { StepDefinition } from '../definition.js';

/** Whether a way through these steps comes out at their end. */
export function fallsThrough(steps: readonly StepDefinition[]): boolean {
  const last = steps.at(-1);
  return last === undefined || goesOnAfter(last);
}

function goesOnAfter(step: StepDefinition): boolean {
  switch (step.verb) {
    case 'end':
    case 'go':
    case 'handoff':
      return false;
    case 'opt_out':
      return step.purpose !== 'all';
    case 'if':
      return fallsThrough(step.then) || fallsThrough(step.else);
    case 'ask_consent':
      return fallsThrough(step.yes) || fallsThrough(step.no);
    case 'ask':
      return step.question.choices.length === 0 || hasOpenChoice(step);
    default:
      return true;
  }
}

function hasOpenChoice({ question, branches }: Extract<StepDefinition, { verb: 'ask' }>): boolean {
  return question.choices.some(({ value }) => fallsThrough(branches[value] ?? []));
}
