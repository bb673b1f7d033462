import type { FrameContext, Run } from '../conversation.js';
import { readAnswer } from '../answers/read-answer.js';
import { advanceFlow, answerFlow, timeOutFlow } from '../walk.js';
import { askForMore } from './ask.js';
import type { Draft } from './draft.js';
import { answerSetting } from './question.js';
import { continueRun } from './run.js';
import { changeContext, openQuestion, visitId, type OpenQuestion } from './run-state.js';

/** Longest that is gathered in one breath, in characters. */
const longestBreath = 2_000;

/** A choice was taken where several may be: the others are offered. */
export function gatherPick(draft: Draft, picked: readonly string[]): void {
  const confidence = confidenceOf(openQuestion(draft));
  changeContext(draft, (context) => ({ ...context, picked, ...confidence }));
  const open = openQuestion(draft);
  if (open !== null) askForMore(draft, open);
}

/** Words were written that may go on in the next message: they wait, and each message begins the waiting anew. */
export function gatherBreath(draft: Draft, text: string): void {
  const open = openQuestion(draft);
  if (open === null) return;
  const { run, frame, question } = open;
  const before = frame.context.breath;
  if (before !== undefined) draft.ask({ kind: 'cancelTimer', timerId: before.timerId });
  // Named by its message: a timer that was set again under one name would be taken for a repetition when it fires.
  const timerId = `${visitId(run)}/breath/${draft.event.id}`;
  const lines = [before?.text ?? '', text.trim()].filter((line) => line !== '');
  const breath = { text: lines.join('\n').slice(0, longestBreath), timerId };
  const confidence = confidenceOf(open);
  changeContext(draft, (context) => ({ ...context, breath, ...confidence }));
  draft.ask({ kind: 'scheduleTimer', timer: { id: timerId, dueAt: draft.now + (question.settle ?? 0) } });
}

/** Whether this timer ends the waiting for more of an answer. */
export function isBreathOver({ frames }: Run, timerId: string): boolean {
  return frames.at(-1)?.context.breath?.timerId === timerId;
}

/** Nothing more came: what was gathered is the answer, or a miss. */
export function endBreath(draft: Draft): void {
  const value = takeBreath(draft);
  draft.note(
    'route',
    value === null ? 'miss: what was gathered is no answer' : 'answer: all that came in one breath',
  );
  continueRun(draft, (flow, frame) =>
    value === null ? advanceFlow(flow, frame, { type: 'miss' }) : answerFlow(flow, frame, value),
  );
}

/** The question's own time is up: what was gathered until then still counts. */
export function timeOut(draft: Draft): void {
  const value = takeBreath(draft);
  continueRun(draft, (flow, frame) =>
    value === null ? timeOutFlow(flow, frame) : answerFlow(flow, frame, value),
  );
}

/** What was gathered as an answer, canonical; null where it is none, or where nothing was. */
function takeBreath(draft: Draft): string | null {
  const open = openQuestion(draft);
  const breath = open?.frame.context.breath;
  if (open === null || breath === undefined) return null;
  const isFired = draft.event.kind === 'timerFired' && draft.event.timerId === breath.timerId;
  if (!isFired) draft.ask({ kind: 'cancelTimer', timerId: breath.timerId });
  changeContext(draft, withoutBreath);
  return readAnswer(open.question, breath.text, answerSetting(draft));
}

/** Choices are not gathered where words are. */
function withoutBreath({ breath: _, isGatheredSensitive: __, ...context }: FrameContext): FrameContext {
  return context;
}

function confidenceOf(open: OpenQuestion | null): Pick<FrameContext, 'isGatheredSensitive'> {
  return open?.question.isSensitive === true ? { isGatheredSensitive: true } : {};
}
