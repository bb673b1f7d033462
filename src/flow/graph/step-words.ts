import type { OutsideWindow } from '../../core/flow.js';
import type { StepDefinition } from '../definition.js';
import { kindOf } from '../steps/step-kinds.js';
import { conditionWords, inWords, templateWords, waitWords } from './words.js';

/** What a step says or does, in its author's words: the first thing that it shows, where nothing better is known. */
export function stepWords(step: StepDefinition): string {
  switch (step.verb) {
    case 'say':
      return [templateWords(step.text), ...outsideWords(step.extras?.outsideWindow)].join(' · ');
    case 'if':
      return conditionWords(step.condition);
    case 'split':
      return inWords(step.split);
    case 'wait':
      return waitWords(step.until);
    case 'ask_consent':
      return templateWords(step.question.text);
    case 'outcome':
      return inWords(step.outcome);
    case 'handoff':
      return step.team?.title ?? 'whoever is free';
    case 'tag':
    case 'untag':
      return step.tags.join(', ');
    case 'set':
      return step.fields
        .map(({ name, value }) => `${inWords(name)}: ${value === null ? 'forgotten' : templateWords(value)}`)
        .join(', ');
    case 'score':
      return step.points
        .map(({ name, by }) => `${inWords(name)} ${by > 0 ? '+' : '−'}${Math.abs(by)}`)
        .join(', ');
    case 'opt_out':
      return step.purpose === 'all' ? 'everything' : inWords(step.purpose);
    case 'go':
      return step.to.kind === 'flow' ? inWords(step.to.flow) : inWords(step.to.path);
    case 'lookup':
      return inWords(step.lookup);
    case 'coupon':
      return inWords(step.list);
    case 'escalate':
      return inWords(step.escalation.name);
    case 'run':
      return inWords(step.flow);
    default:
      return templateWords(kindOf(step).texts(step)[0] ?? []);
  }
}

/** How a text goes out once the reply window has closed. */
function outsideWords({ template, topic }: OutsideWindow = {}): readonly string[] {
  return [
    ...(template === undefined ? [] : [`later the template ${template.definition.name}`]),
    ...(topic === undefined ? [] : [`later by ${inWords(topic)}`]),
  ];
}
