import { endState, waitingTag } from '../../core/flow.js';
import type { Patience, StepDefinition } from '../definition.js';
import { entryOf } from './entry.js';
import { arrive, to } from './step-state.js';
import type { Move, StateAction, StepState } from './step-state.js';
import { answerTo, missedName, otherwiseTo } from './way.js';
import type { Way } from './way.js';

/** A step that asks and waits. */
interface AskingStep {
  readonly path: string;
  readonly tries: number;
  readonly patience: Patience;
}

/** Asks, waits for one of the answers, and loses its patience in time. */
export function questionState(step: AskingStep, next: string, answers: readonly Move[]): StepState {
  const { otherwise, missed = otherwise } = step.patience;
  const impatient = outOfPatience(step, otherwise, next);
  return {
    entry: [arrive(step.path), { type: 'ask', params: { step: step.path } }],
    tags: [waitingTag],
    on: { answer: answers, miss: [tryAgain(step), outOfPatience(step, missed, next)] },
    after: { [step.patience.within]: impatient },
  };
}

/** The way that one answer takes: into its own steps, or on. */
export function choosing(
  value: string,
  branch: readonly StepDefinition[],
  next: string,
  actions: readonly StateAction[],
): Move {
  return { ...to(entryOf(branch, next)), guard: { type: 'chose', params: { value } }, actions };
}

/** Steps of those who do not answer, or not what was asked for. */
export function patienceBranches({ otherwise, missed }: Patience): readonly (readonly StepDefinition[])[] {
  return missed === undefined ? [otherwise] : [otherwise, missed];
}

/** The ways of those who do not answer; none where the flow then ends. Who misses has written, at least. */
export function otherwiseWays({ patience }: AskingStep, next: string): readonly Way[] {
  const { otherwise, within, missed = [] } = patience;
  return [
    ...(otherwise.length === 0 ? [] : [otherwiseTo(entryOf(otherwise, next), within)]),
    ...(missed.length === 0
      ? []
      : [{ ...answerTo(entryOf(missed, next), [], missedName), label: 'no fitting answer' }]),
  ];
}

function tryAgain({ path: step, tries }: AskingStep): Move {
  return {
    guard: { type: 'mayTryAgain', params: { tries } },
    actions: [{ type: 'countMiss' }, { type: 'askAgain', params: { step } }],
  };
}

function outOfPatience({ path: step }: AskingStep, branch: readonly StepDefinition[], next: string): Move {
  return branch.length === 0
    ? { ...to(endState), actions: [{ type: 'endRun', params: { step } }] }
    : to(entryOf(branch, next));
}
