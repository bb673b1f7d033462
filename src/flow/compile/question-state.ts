import { endState, waitingTag } from '../../core/flow.js';
import type { Patience, StepDefinition } from '../definition.js';
import { entryOf } from './entry.js';
import { arrive, to } from './step-state.js';
import type { Move, StateAction, StepState } from './step-state.js';
import { otherwiseTo } from './way.js';
import type { Way } from './way.js';

/** A step that asks and waits. */
interface AskingStep {
  readonly path: string;
  readonly tries: number;
  readonly patience: Patience;
}

/** Asks, waits for one of the answers, and loses its patience in time. */
export function questionState(step: AskingStep, next: string, answers: readonly Move[]): StepState {
  const impatient = outOfPatience(step, next);
  return {
    entry: [arrive(step.path), { type: 'ask', params: { step: step.path } }],
    tags: [waitingTag],
    on: { answer: answers, miss: [tryAgain(step), impatient] },
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

/** The way of those who do not answer; none where the flow then ends. */
export function otherwiseWays({ patience }: AskingStep, next: string): readonly Way[] {
  const { otherwise, within } = patience;
  return otherwise.length === 0 ? [] : [otherwiseTo(entryOf(otherwise, next), within)];
}

function tryAgain({ path: step, tries }: AskingStep): Move {
  return {
    guard: { type: 'mayTryAgain', params: { tries } },
    actions: [{ type: 'countMiss' }, { type: 'askAgain', params: { step } }],
  };
}

function outOfPatience({ path: step, patience: { otherwise } }: AskingStep, next: string): Move {
  return otherwise.length === 0
    ? { ...to(endState), actions: [{ type: 'endRun', params: { step } }] }
    : to(entryOf(otherwise, next));
}
