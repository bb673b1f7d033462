import { everything, type ConsentEntry } from '../consent.js';
import type { Choice, FlowAction, Question, Template } from '../flow.js';
import type { QuickReply } from '../message.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { fill } from './fill.js';
import { noteOutcome } from './follow-ups.js';
import { openHandoff } from './handoff.js';
import { languagesOf } from './language.js';
import { choicePayload } from './question.js';
import { speakerOf, visitId, type OpenQuestion, type Place } from './run-state.js';
import { remember } from './remember.js';
import { saySomething } from './say.js';
import { phrasesFor, speak } from './speak.js';
import { beginWait, fillGoal } from './wait.js';

/** What an action does to the walk beyond its effects. */
export type Move =
  | { readonly kind: 'on' }
  /** The run is over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'goTo' | 'run'; readonly flow: string };

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
      return { kind: 'goTo', flow: action.params.flow };
    case 'runFlow':
      return { kind: 'run', flow: action.params.flow };
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
    quickReplies: quickRepliesOf(draft, open, open.question),
  });
}

function askAgain(draft: Draft, open: OpenQuestion): void {
  const { text, retry } = open.question;
  const excuse = retry ?? [phrasesFor(draft).retry];
  putQuestion(draft, open, [...excuse, '\n', ...text]);
}

function quickRepliesOf(draft: Draft, place: Place, question: Question): readonly QuickReply[] {
  const languages = languagesOf(draft);
  return question.choices.map((choice) => ({
    title: titleIn(choice, languages),
    payload: choicePayload(place.frame, choice),
  }));
}

/** The plain title is that of the workspace's first language. */
function titleIn({ title, titles = {} }: Choice, languages: readonly string[]): string {
  const [own] = languages;
  return own !== undefined && Object.hasOwn(titles, own) ? (titles[own] ?? title) : title;
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
  noteOutcome(draft, name);
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
