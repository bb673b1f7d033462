import { everything } from '../consent.js';
import type { FlowAction, Template } from '../flow.js';
import { askAgain, askUnlessKnown, questionAt, type KnownAnswer } from './ask.js';
import { showSensitive } from './confidence.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { escalate } from './escalate.js';
import { fill, fillNoting } from './fill.js';
import { noteOutcome } from './follow-ups.js';
import { openHandoff } from './handoff.js';
import { inquire } from './inquiry.js';
import { remember } from './remember.js';
import { visitIdOf, type Place } from './run-state.js';
import { saySomething } from './say.js';
import { recordTopicConsent } from './topic-consent.js';
import { beginWait, fillGoal } from './wait.js';

/** What an action does to the walk beyond its effects. */
export type Move =
  | { readonly kind: 'on' }
  /** The run is over. */
  | { readonly kind: 'ended' }
  | {
      readonly kind: 'goTo' | 'run';
      readonly flow: string;
      /** What it begins with. */
      readonly answers: Readonly<Record<string, string>>;
      /** Names of those that are sensitive. */
      readonly sensitive: readonly string[];
    }
  /** What was to be asked is known. */
  | ({ readonly kind: 'answered' } & KnownAnswer);

const on: Move = { kind: 'on' };
const ended: Move = { kind: 'ended' };

/** Turns one action of a machine into effects. */
export function perform(draft: Draft, place: Place, action: FlowAction): Move {
  const fillIn = (template: Template): string => fill(draft, place, template);
  const fillNoted = (template: Template) => fillNoting(draft, place, template);
  switch (action.type) {
    case 'say':
      saySomething(draft, place, action.params);
      return on;
    case 'ask':
      return askOrSkip(draft, place, action.params.evenIfKnown);
    case 'askAgain':
      askAgain(draft, { ...place, question: questionAt(place) });
      return on;
    case 'setField':
    case 'addPoints':
    case 'addTags':
    case 'removeTags':
    case 'drawWay':
      remember(draft, action, fillNoted);
      return on;
    case 'recordOutcome':
      recordOutcome(draft, place, action.params);
      return on;
    case 'recordConsent':
      recordTopicConsent(draft, place, action.params);
      return on;
    case 'optOut':
      return optOut(draft, place, action.params);
    case 'openHandoff':
      handOver(draft, place, action.params);
      return ended;
    case 'wait':
      beginWait(draft, place, fillGoal(action.params.until, fillIn));
      return on;
    case 'lookUp':
    case 'drawCoupon':
      inquire(draft, action, fillNoted);
      return on;
    case 'escalate':
      escalate(draft, action.params, fillNoted);
      return ended;
    case 'goToFlow':
    case 'runFlow':
      return entryInto(draft, place, action);
    case 'endRun':
      draft.note('run', 'ended by its author');
      return ended;
  }
}

/** What is known is not asked. */
function askOrSkip(draft: Draft, place: Place, evenIfKnown?: boolean): Move {
  const known = askUnlessKnown(draft, { ...place, question: questionAt(place) }, evenIfKnown);
  return known === null ? on : { kind: 'answered', ...known };
}

function entryInto(
  draft: Draft,
  place: Place,
  action: Extract<FlowAction, { type: 'goToFlow' | 'runFlow' }>,
): Move {
  const { flow } = action.params;
  if (action.type === 'goToFlow') return { kind: 'goTo', flow, answers: {}, sensitive: [] };
  const inputs = Object.entries(action.params.inputs ?? {});
  const answers = inputs.map(([name, value]) => [name, fill(draft, place, value)] as const);
  const sensitive = inputs.flatMap(([name, value]) => (showSensitive(draft, place, [value]) ? [name] : []));
  return { kind: 'run', flow, answers: Object.fromEntries(answers), sensitive };
}

/** `step` is the one that reached it: on the way out of it the frame stands at the next already. */
function recordOutcome(
  draft: Draft,
  { flow, run }: Place,
  { step, outcome: name, value }: Extract<FlowAction, { type: 'recordOutcome' }>['params'],
): void {
  draft.ask({
    kind: 'recordOutcome',
    outcome: {
      id: visitIdOf(run, step),
      name,
      at: draft.now,
      source: {
        kind: 'flow',
        flow: flow.name,
        version: flow.version,
        step,
        ...splitsOf(draft),
      },
      runId: run.id,
      value: value ?? null,
      currency: null,
    },
  });
  draft.change({ run: { ...run, outcomes: [...run.outcomes, name] } });
  noteOutcome(draft, name);
}

/** What an outcome is compared by; nothing where the contact came to no split. */
function splitsOf({ conversation }: Draft): { readonly splits?: Readonly<Record<string, string>> } {
  const { splits } = conversation.contact;
  return splits === undefined ? {} : { splits };
}

function handOver(
  draft: Draft,
  place: Place,
  { team, note, priority }: Extract<FlowAction, { type: 'openHandoff' }>['params'],
): void {
  const { text, isSensitive } = fillNoting(draft, place, note);
  const request = { reason: 'flow', team, note: text, isSensitive, announces: true } as const;
  openHandoff(draft, priority === undefined ? request : { ...request, priority });
}

function optOut(
  draft: Draft,
  place: Place,
  { step, purpose }: Extract<FlowAction, { type: 'optOut' }>['params'],
): Move {
  const flow = { name: place.flow.name, version: place.flow.version, step };
  if (purpose !== everything) {
    recordConsent(draft, { change: 'withdrawn', purpose, notice: null, actor: 'flow', flow });
    return on;
  }
  withdrawEverything(draft, { actor: 'flow', flow, rule: 'opt_out', isConfirmed: true });
  return ended;
}
