import { everything, type ConsentEntry } from '../consent.js';
import type { FlowAction, Question, Template } from '../flow.js';
import type { QuickReply } from '../message.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { fill } from './fill.js';
import { openHandoff } from './handoff.js';
import { choicePayload } from './question.js';
import { remember } from './remember.js';
import { speakerOf, visitId, type OpenQuestion, type Place } from './run-state.js';
import { saySomething } from './say.js';
import { phrasesFor, speak } from './speak.js';
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
    };

const on: Move = { kind: 'on' };
const ended: Move = { kind: 'ended' };

/** Turns one action of a machine into effects. */
export function perform(draft: Draft, place: Place, action: FlowAction): Move {
  switch (action.type) {
    case 'say':
      saySomething(draft, place, action.params);
      return on;
    case 'ask':
      askQuestion(draft, { ...place, question: questionAt(place) });
      return on;
    case 'askAgain':
      askAgain(draft, { ...place, question: questionAt(place) });
      return on;
    case 'setField':
    case 'addPoints':
    case 'addTags':
    case 'removeTags':
    case 'drawWay':
      remember(draft, action, (text) => fill(draft, place, text));
      return on;
    case 'recordOutcome':
      recordOutcome(draft, place, action.params.outcome);
      return on;
    case 'recordConsent':
      recordTopicConsent(draft, place, action.params);
      return on;
    case 'optOut':
      return optOut(draft, place, action.params);
    case 'openHandoff':
      openHandoff(draft, {
        reason: 'flow',
        team: action.params.team,
        note: fill(draft, place, action.params.note),
        announces: true,
      });
      return ended;
    case 'wait':
      beginWait(
        draft,
        place,
        fillGoal(action.params.until, (text) => fill(draft, place, text)),
      );
      return on;
    case 'goToFlow':
    case 'runFlow':
      return entryInto(draft, place, action);
    case 'endRun':
      draft.note('run', 'ended by its author');
      return ended;
  }
}

/** Says the question as it stands in its flow; the first time, or once more after HELP. */
export function askQuestion(draft: Draft, open: OpenQuestion): void {
  putQuestion(draft, open, open.question.text);
}

function questionAt({ flow, frame }: Place): Question {
  const question = flow.steps.get(frame.step)?.question;
  if (!question) throw new Error(`${flow.name} has no question at ${frame.step}.`);
  return question;
}

function putQuestion(draft: Draft, open: OpenQuestion, text: Template): void {
  speak(draft, {
    text: fill(draft, open, text),
    speaker: speakerOf(open),
    basis: { kind: 'reply_window' },
    quickReplies: quickRepliesOf(open, open.question),
  });
}

function askAgain(draft: Draft, open: OpenQuestion): void {
  const { text, retry } = open.question;
  const excuse = retry ?? [phrasesFor(draft).retry];
  putQuestion(draft, open, [...excuse, '\n', ...text]);
}

function quickRepliesOf(place: Place, question: Question): readonly QuickReply[] {
  return question.choices.map((choice) => ({
    title: choice.title,
    payload: choicePayload(place.frame, choice),
  }));
}

function entryInto(
  draft: Draft,
  place: Place,
  action: Extract<FlowAction, { type: 'goToFlow' | 'runFlow' }>,
): Move {
  const { flow } = action.params;
  if (action.type === 'goToFlow') return { kind: 'goTo', flow, answers: {} };
  const inputs = Object.entries(action.params.inputs ?? {});
  const answers = inputs.map(([name, value]) => [name, fill(draft, place, value)] as const);
  return { kind: 'run', flow, answers: Object.fromEntries(answers) };
}

function recordOutcome(draft: Draft, { flow, frame, run }: Place, name: string): void {
  draft.ask({
    kind: 'recordOutcome',
    outcome: {
      id: visitId(run),
      name,
      at: draft.now,
      source: {
        kind: 'flow',
        flow: flow.name,
        version: flow.version,
        step: frame.step,
        ...splitsOf(draft),
      },
      runId: run.id,
      value: null,
      currency: null,
    },
  });
  draft.change({ run: { ...run, outcomes: [...run.outcomes, name] } });
}

/** What an outcome is compared by; nothing where the contact came to no split. */
function splitsOf({ conversation }: Draft): { readonly splits?: Readonly<Record<string, string>> } {
  const { splits } = conversation.contact;
  return splits === undefined ? {} : { splits };
}

function recordTopicConsent(
  draft: Draft,
  place: Place,
  { step, topic, change }: Extract<FlowAction, { type: 'recordConsent' }>['params'],
): void {
  recordConsent(draft, {
    change,
    purpose: topic.name,
    notice: topic.notice,
    actor: 'contact',
    flow: ledgerPlace(place, step),
  });
}

function optOut(
  draft: Draft,
  place: Place,
  { step, purpose }: Extract<FlowAction, { type: 'optOut' }>['params'],
): Move {
  const flow = ledgerPlace(place, step);
  if (purpose !== everything) {
    recordConsent(draft, { change: 'withdrawn', purpose, notice: null, actor: 'flow', flow });
    return on;
  }
  withdrawEverything(draft, { actor: 'flow', flow, rule: 'opt_out', isConfirmed: true });
  return ended;
}

/** `step` is the one that asked: on the way out of it the frame stands at the next already. */
function ledgerPlace({ flow }: Place, step: string): ConsentEntry['flow'] {
  return { name: flow.name, version: flow.version, step };
}
