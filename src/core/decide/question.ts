import type { Frame } from '../conversation.js';
import type { AnswerSetting } from '../answers/answer-kind.js';
import { readAnswer } from '../answers/read-answer.js';
import { finishPicking, joinPicks, pickNamed, pickOne, readPicks } from '../answers/several.js';
import type { Picks } from '../answers/several.js';
import type { Choice, Question } from '../flow.js';
import type { Draft } from './draft.js';
import type { OpenQuestion } from './run-state.js';

/** What a follower answered: what they wrote, and the payload when they pressed a button. */
export interface Said {
  readonly text: string;
  readonly payload: string | null;
  /** Of several choices at once, by their numbers; left out: none were named so. */
  readonly payloads?: readonly string[];
}

/** What is said, as the open question takes it. */
export type Reading =
  | { readonly kind: 'answer'; readonly value: string }
  /** Choices taken so far, of a question that takes several. */
  | { readonly kind: 'picked'; readonly values: readonly string[] };

/** Ends the choosing where several may be chosen; no choice can have this value. */
const doneValue = '(done)';

/** What a tap on a choice sends back: bound to its question, so an old button cannot answer a new question. */
export function choicePayload(frame: Frame, { value }: Pick<Choice, 'value'>): string {
  return `${frame.flow}#${frame.step}#${value}`;
}

/** What a tap on the button that ends the choosing sends back. */
export function donePayload(frame: Frame): string {
  return choicePayload(frame, { value: doneValue });
}

export function isDonePayload(payload: string): boolean {
  return payload.endsWith(`#${doneValue}`);
}

/**
 * What an answer means, or null when it is none. A button counts by its payload alone: the title of one that belongs to
 * an older question may read like an answer to this one.
 */
export function readSaid(
  { question, frame }: OpenQuestion,
  said: Said,
  setting: AnswerSetting,
): Reading | null {
  if (question.kind?.kind === 'several') return readSeveral(question, frame, said);
  const value =
    said.payload === null
      ? readAnswer(question, said.text, setting)
      : (tapped(question, frame, said.payload)?.value ?? null);
  return value === null ? null : { kind: 'answer', value };
}

/** What readings depend on, of this conversation now. */
export function answerSetting({ conversation, workspace, now }: Draft): AnswerSetting {
  const { language } = conversation.contact;
  const languages = language === undefined ? workspace.languages : [language];
  return { now, timezone: workspace.timezone, languages };
}

function readSeveral(question: Question, frame: Frame, { text, payload, payloads }: Said): Reading | null {
  const picked = frame.context.picked ?? [];
  const picks =
    payloads !== undefined
      ? pickAll(question, frame, payloads, picked)
      : payload === null
        ? readPicks(text, picked, question)
        : pickTapped(question, frame, payload, picked);
  if (picks === null) return null;
  return picks.isDone
    ? { kind: 'answer', value: joinPicks(question, picks.values) }
    : { kind: 'picked', values: picks.values };
}

function pickTapped(
  question: Question,
  frame: Frame,
  payload: string,
  picked: readonly string[],
): Picks | null {
  if (payload === donePayload(frame)) return finishPicking(picked, question);
  const choice = tapped(question, frame, payload);
  return choice === null ? null : pickOne(choice.value, picked, question);
}

function pickAll(
  question: Question,
  frame: Frame,
  payloads: readonly string[],
  picked: readonly string[],
): Picks | null {
  const choices = payloads.map((payload) => tapped(question, frame, payload));
  const values = choices.flatMap((choice) => (choice === null ? [] : [choice.value]));
  return values.length === payloads.length ? pickNamed(values, picked, question) : null;
}

function tapped({ choices }: Question, frame: Frame, payload: string): Choice | null {
  return choices.find((choice) => payload === choicePayload(frame, choice)) ?? null;
}
