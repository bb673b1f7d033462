import { endState, waitingTag } from '../../core/flow.js';
import type { FlowAction } from '../../core/flow.js';
import type { AskConsentStep, AskStep, Patience, RunStep, StepDefinition } from '../definition.js';
import { entryOf } from './placed-steps.js';
import { arrive, to } from './step-state.js';
import type { Move, StateAction, StepState } from './step-state.js';

/** Waits for an answer; each choice may have steps of its own, and all go on after the question. */
export function askState(step: AskStep, next: string): StepState {
  const save: readonly StateAction[] =
    step.save === null ? [] : [{ type: 'saveAnswer', params: { name: step.save } }];
  const branches = Object.entries(step.branches).map(([value, branch]) =>
    choosing(value, branch, next, save),
  );
  return questionState(step, next, [...branches, { ...to(next), actions: save }]);
}

/** Only a clear yes or no changes the ledger: there is no way out for any other answer. */
export function askConsentState(step: AskConsentStep, next: string): StepState {
  const record = (change: 'granted' | 'refused'): readonly FlowAction[] => [
    { type: 'recordConsent', params: { step: step.path, topic: step.topic, change } },
  ];
  return questionState(step, next, [
    choosing('yes', step.yes, next, record('granted')),
    choosing('no', step.no, next, record('refused')),
  ]);
}

/** Waits until the other flow has ended. */
export function runState(step: RunStep, next: string): StepState {
  return {
    entry: [arrive(step.path), { type: 'runFlow', params: { step: step.path, flow: step.flow } }],
    tags: [waitingTag],
    on: { returned: [to(next)] },
  };
}

function questionState(step: AskStep | AskConsentStep, next: string, answers: readonly Move[]): StepState {
  const impatient = outOfPatience(step.path, step.patience, next);
  return {
    entry: [arrive(step.path), { type: 'ask', params: { step: step.path } }],
    tags: [waitingTag],
    on: { answer: answers, miss: [tryAgain(step.path, step.tries), impatient] },
    after: { [step.patience.within]: impatient },
  };
}

function choosing(
  value: string,
  branch: readonly StepDefinition[],
  next: string,
  actions: readonly StateAction[],
): Move {
  return { ...to(entryOf(branch, next)), guard: { type: 'chose', params: { value } }, actions };
}

function tryAgain(step: string, tries: number): Move {
  return {
    guard: { type: 'mayTryAgain', params: { tries } },
    actions: [{ type: 'countMiss' }, { type: 'askAgain', params: { step } }],
  };
}

function outOfPatience(step: string, { otherwise }: Patience, next: string): Move {
  return otherwise.length === 0
    ? { ...to(endState), actions: [{ type: 'endRun', params: { step } }] }
    : to(entryOf(otherwise, next));
}
