import { expectationOf } from '../answers/expectation.js';
import { readAnswer } from '../answers/read-answer.js';
import { severalOf } from '../answers/several.js';
import { contactValues } from '../conversation.js';
import type { Choice, Question, Template } from '../flow.js';
import type { QuickReply } from '../message.js';
import { alternativesOf, pickLanguage } from '../template.js';
import { showSensitive } from './confidence.js';
import type { Draft } from './draft.js';
import { fill } from './fill.js';
import { languagesOf } from './language.js';
import { answerSetting, choicePayload, donePayload } from './question.js';
import { changeContext, speakerOf, type OpenQuestion, type Place } from './run-state.js';
import { phrasesFor, speak } from './speak.js';

/** Throws where the flow asks nothing at that place. */
export function questionAt({ flow, frame }: Place): Question {
  const question = flow.steps.get(frame.step)?.question;
  if (!question) throw new Error(`${flow.name} has no question at ${frame.step}.`);
  return question;
}

/** Says the question as it stands in its flow; the first time, or once more after HELP. */
export function askQuestion(draft: Draft, open: OpenQuestion): void {
  putQuestion(draft, open, open.question.text);
}

/** An answer that need not be asked for. */
export interface KnownAnswer {
  readonly value: string;
  /** Whether it came of a sensitive answer. */
  readonly isSensitive: boolean;
}

/**
 * Asks, or gives the answer that is known: null once the question is put. What is known counts only where it would be an
 * answer.
 */
export function askUnlessKnown(draft: Draft, open: OpenQuestion, evenIfKnown = false): KnownAnswer | null {
  const known = evenIfKnown ? undefined : knownAnswer(draft, open);
  const value = known === undefined ? null : readAnswer(open.question, known, answerSetting(draft));
  if (value === null) {
    askQuestion(draft, open);
    return null;
  }
  return { value, isSensitive: isKnownInConfidence(draft, open) };
}

/** Says what is sought, and the question once more. */
export function askAgain(draft: Draft, open: OpenQuestion): void {
  const { question, frame } = open;
  const excuse = retryOf(question, frame.context.misses) ?? [
    expectationOf(question, phrasesFor(draft), answerSetting(draft)),
  ];
  putQuestion(draft, open, [...excuse, '\n', ...question.text]);
}

/** Offers what else may be chosen, and the way to be done. */
export function askForMore(draft: Draft, open: OpenQuestion): void {
  putQuestion(draft, open, [phrasesFor(draft).anythingElse]);
}

function knownAnswer({ conversation }: Draft, { question, frame }: OpenQuestion): string | undefined {
  if (question.unlessKnown === undefined) return undefined;
  const { source, name } = question.unlessKnown;
  const values = source === 'answer' ? frame.context.answers : contactValues(conversation.contact);
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function isKnownInConfidence(draft: Draft, open: OpenQuestion): boolean {
  const known = open.question.unlessKnown;
  return known !== undefined && showSensitive(draft, open, [[{ ...known, fallback: '' }]]);
}

function putQuestion(draft: Draft, open: OpenQuestion, text: Template): void {
  const [language] = languagesOf(draft);
  if (language !== undefined && alternativesOf(open.question.text).length > 1) {
    changeContext(draft, (context) => ({
      ...context,
      askedIn: { ...context.askedIn, [open.frame.step]: language },
    }));
  }
  speak(draft, {
    text: fill(draft, open, text),
    speaker: speakerOf(open),
    basis: { kind: 'reply_window' },
    quickReplies: quickRepliesOf(draft, open),
    isSensitive: showSensitive(draft, open, [text]),
  });
}

/** What is said before the question is put again, from the second miss on: one of its own, or the first one's. */
function retryOf({ retry, laterRetries = [] }: Question, misses: number): Template | null {
  return misses > 1 ? (laterRetries[Math.min(misses - 2, laterRetries.length - 1)] ?? retry) : retry;
}

/** Of several choices those that are left, and, once there are enough, the way to be done. */
export function quickRepliesOf(draft: Draft, { frame, question }: OpenQuestion): readonly QuickReply[] {
  const picked = frame.context.picked ?? [];
  const offered = question.choices
    .filter(({ value }) => !picked.includes(value))
    .map((choice) => ({ title: titleIn(choice, languagesOf(draft)), payload: choicePayload(frame, choice) }));
  const isEnough = question.kind?.kind === 'several' && picked.length >= severalOf(question).atLeast;
  return isEnough ? [...offered, { title: phrasesFor(draft).done, payload: donePayload(frame) }] : offered;
}

function titleIn({ title, titles }: Choice, languages: readonly string[]): string {
  return (titles && pickLanguage(titles, languages)) ?? title;
}
