import type { FlowAction } from '../../core/flow.js';
import type { GoStep, IfStep, StepDefinition } from '../definition.js';
import { entryOf } from './placed-steps.js';
import type { PlacedStep } from './placed-steps.js';
import { askConsentState, askState, runState } from './question-steps.js';
import { leaving, passing, to } from './step-state.js';
import type { StepState } from './step-state.js';

type TellingStep = Extract<
  StepDefinition,
  { readonly verb: 'say' | 'outcome' | 'opt_out' | 'tag' | 'set' | 'handoff' | 'end' }
>;

/** The state of one step: what it asks for when it is entered, and the ways out of it. */
export function stateOfStep({ step, next }: PlacedStep): StepState {
  switch (step.verb) {
    case 'ask':
      return askState(step, next);
    case 'ask_consent':
      return askConsentState(step, next);
    case 'run':
      return runState(step, next);
    case 'if':
      return ifState(step, next);
    case 'go':
      return goState(step);
    case 'handoff':
    case 'end':
      return leaving(step.path, actionsOf(step));
    case 'say':
    case 'outcome':
    case 'opt_out':
    case 'tag':
    case 'set':
      return passing(step.path, actionsOf(step), [to(next)]);
  }
}

function ifState(step: IfStep, next: string): StepState {
  return passing(
    step.path,
    [],
    [
      { ...to(entryOf(step.then, next)), guard: { type: 'holds', params: { condition: step.condition } } },
      to(entryOf(step.else, next)),
    ],
  );
}

function goState({ path, to: goal }: GoStep): StepState {
  return goal.kind === 'step'
    ? passing(path, [], [to(goal.path)])
    : leaving(path, [{ type: 'goToFlow', params: { step: path, flow: goal.flow } }]);
}

function actionsOf(step: TellingStep): readonly FlowAction[] {
  const at = { step: step.path };
  switch (step.verb) {
    case 'say':
      return [{ type: 'say', params: { ...at, text: step.text, link: step.link } }];
    case 'outcome':
      return [{ type: 'recordOutcome', params: { ...at, outcome: step.outcome } }];
    case 'opt_out':
      return [{ type: 'optOut', params: { ...at, purpose: step.purpose } }];
    case 'tag':
      return [{ type: 'addTags', params: { tags: step.tags } }];
    case 'set':
      return step.fields.map(({ name, value }) => ({ type: 'setField', params: { field: name, value } }));
    case 'handoff':
      return [{ type: 'openHandoff', params: { ...at, team: step.team, note: step.note } }];
    case 'end':
      return [{ type: 'endRun', params: at }];
  }
}
