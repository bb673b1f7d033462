import type { Choice, Template } from '../../../src/core/flow.js';
import type { Topic } from '../../../src/core/resources.js';
import type {
  AskConsentStep,
  AskStep,
  EndStep,
  FlowDefinition,
  GoStep,
  HandoffStep,
  IfStep,
  RunStep,
  SayStep,
  StepDefinition,
} from '../../../src/flow/definition.js';

/** Definitions as the checker leaves them, with what a test does not care about filled in. */
export function flow(name: string, steps: readonly StepDefinition[]): FlowDefinition {
  return { name, title: name, start: [], steps };
}

export function say(path: string, ...text: Template): SayStep {
  return { verb: 'say', path, text: text.length === 0 ? [path] : text, link: null };
}

export function ask(path: string, more: Partial<AskStep> = {}): AskStep {
  return {
    verb: 'ask',
    path,
    question: { text: [path], choices: [], retry: null },
    save: null,
    branches: {},
    tries: 2,
    patience: { within: 60_000, otherwise: [] },
    ...more,
  };
}

export function choice(value: string): Choice {
  return { title: value, value, words: [value.toLowerCase()] };
}

export const tips: Topic = {
  name: 'weekly_tips',
  title: 'Weekly tips',
  notice: 'One short tip a week? Reply STOP to end.',
  atMost: null,
};

export function askConsent(path: string, more: Partial<AskConsentStep> = {}): AskConsentStep {
  return {
    verb: 'ask_consent',
    path,
    topic: tips,
    question: { text: [tips.notice], choices: [choice('yes'), choice('no')], retry: null },
    yes: [],
    no: [],
    tries: 2,
    patience: { within: 60_000, otherwise: [] },
    ...more,
  };
}

export function ifAnswered(path: string, name: string, more: Partial<IfStep> = {}): IfStep {
  return {
    verb: 'if',
    path,
    condition: { kind: 'test', subject: { kind: 'answer', name }, test: { kind: 'is_known', known: true } },
    then: [],
    else: [],
    ...more,
  };
}

export function goToStep(path: string, goal: string): GoStep {
  return { verb: 'go', path, to: { kind: 'step', path: goal } };
}

export function goToFlow(path: string, name: string): GoStep {
  return { verb: 'go', path, to: { kind: 'flow', flow: name } };
}

export function run(path: string, name: string): RunStep {
  return { verb: 'run', path, flow: name };
}

export function handoff(path: string): HandoffStep {
  return { verb: 'handoff', path, team: null, note: [] };
}

export function end(path: string): EndStep {
  return { verb: 'end', path };
}
