import { everything, type ConsentEntry } from '../consent.js';
import { contactValues } from '../conversation.js';
import type { Choice, FlowAction, Question, Template } from '../flow.js';
import type { QuickReply, Speaker } from '../message.js';
import { fillTemplate } from '../template.js';
import type { LinkTarget } from '../resources.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { openHandoff } from './handoff.js';
import { expectationOf } from '../answers/expectation.js';
import { readAnswer } from '../answers/read-answer.js';
import { severalOf } from '../answers/several.js';
import { languagesOf } from './language.js';
import { answerSetting, choicePayload, donePayload } from './question.js';
import { visitIdOf, type OpenQuestion, type Place } from './run-state.js';
import { remember } from './remember.js';
import { phrasesFor, speak } from './speak.js';
import { beginWait, fillGoal } from './wait.js';

/** What an action does to the walk beyond its effects. */
export type Move =
  | { readonly kind: 'on' }
  /** The run is over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'goTo' | 'run'; readonly flow: string }
  /** What was to be asked is known. */
  | { readonly kind: 'answered'; readonly value: string };

const on: Move = { kind: 'on' };
const ended: Move = { kind: 'ended' };

/** Turns one action of a machine into effects. */
export function perform(draft: Draft, place: Place, action: FlowAction): Move {
  switch (action.type) {
    case 'say':
      say(draft, place, action.params.text, action.params.link);
      return on;
    case 'ask':
      return askUnlessKnown(draft, { ...place, question: questionAt(place) }, action.params.evenIfKnown);
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
      recordOutcome(draft, place, action.params);
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
  say(draft, open, open.question.text, null, open.question);
}

/** What is known counts only where it would be an answer; else the question is put after all. */
function askUnlessKnown(draft: Draft, open: OpenQuestion, evenIfKnown = false): Move {
  const known = evenIfKnown ? undefined : knownAnswer(draft, open);
  const value = known === undefined ? null : readAnswer(open.question, known, answerSetting(draft));
  if (value !== null) return { kind: 'answered', value };
  askQuestion(draft, open);
  return on;
}

function knownAnswer({ conversation }: Draft, { question, frame }: OpenQuestion): string | undefined {
  if (question.unlessKnown === undefined) return undefined;
  const { source, name } = question.unlessKnown;
  const values = source === 'answer' ? frame.context.answers : contactValues(conversation.contact);
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Offers what else may be chosen, and the way to be done. */
export function askForMore(draft: Draft, open: OpenQuestion): void {
  say(draft, open, [phrasesFor(draft).anythingElse], null, open.question);
}

function questionAt({ flow, frame }: Place): Question {
  const question = flow.steps.get(frame.step)?.question;
  if (!question) throw new Error(`${flow.name} has no question at ${frame.step}.`);
  return question;
}

function say(draft: Draft, place: Place, text: Template, link: LinkTarget | null, question?: Question): void {
  speak(draft, {
    text: fill(draft, place, text),
    speaker: speakerOf(place),
    basis: { kind: 'reply_window' },
    link,
    ...(question ? { quickReplies: quickRepliesOf(draft, place, question) } : {}),
  });
}

function askAgain(draft: Draft, open: OpenQuestion): void {
  const { question, frame } = open;
  const excuse = retryOf(question, frame.context.misses) ?? [
    expectationOf(question, phrasesFor(draft), answerSetting(draft)),
  ];
  say(draft, open, [...excuse, '\n', ...question.text], null, question);
}

function retryOf({ retry, laterRetries = [] }: Question, misses: number): Template | null {
  return misses > 1 ? (laterRetries[Math.min(misses - 2, laterRetries.length - 1)] ?? retry) : retry;
}

/** Of several choices those that are left, and, once there are enough, the way to be done. */
function quickRepliesOf(draft: Draft, { frame }: Place, question: Question): readonly QuickReply[] {
  const languages = languagesOf(draft);
  const picked = frame.context.picked ?? [];
  const offered = question.choices
    .filter(({ value }) => !picked.includes(value))
    .map((choice) => ({ title: titleIn(choice, languages), payload: choicePayload(frame, choice) }));
  const isEnough = question.kind?.kind === 'several' && picked.length >= severalOf(question).atLeast;
  return isEnough ? [...offered, { title: phrasesFor(draft).done, payload: donePayload(frame) }] : offered;
}

/** The plain title is that of the workspace's first language. */
function titleIn({ title, titles = {} }: Choice, languages: readonly string[]): string {
  const [own] = languages;
  return own !== undefined && Object.hasOwn(titles, own) ? (titles[own] ?? title) : title;
}

function speakerOf({ flow, frame, run }: Place): Speaker {
  return { kind: 'flow', flow: flow.name, version: flow.version, step: frame.step, runId: run.id };
}

function fill(draft: Draft, { frame }: Place, template: Template): string {
  const { conversation, workspace } = draft;
  return fillTemplate(template, {
    answers: frame.context.answers,
    contact: contactValues(conversation.contact),
    workspace: { brand: workspace.brand },
    languages: languagesOf(draft),
  });
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
