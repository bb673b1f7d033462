import type { Frame, FrameContext, Run } from '../conversation.js';
import type { Flow, Question } from '../flow.js';
import { endAwaiting } from './awaiting.js';
import type { Speaker } from '../message.js';
import type { Draft } from './draft.js';

/** Where a frame stands in its flow. */
export interface Place {
  readonly flow: Flow;
  readonly frame: Frame;
  readonly run: Run;
}

/**
 * Names the present visit of the present step, and no other of this run: every frame's step on the way to it, and how
 * often that was entered. Timers and outcomes are known by it, so that a repeated entry makes new ones.
 */
export function visitId(run: Run): string {
  const way = run.frames.map(({ step, context }) => `${step}#${String(visitsOf(context, step))}`);
  return [run.id, ...way].join('/');
}

/** Names the last visit of a step that the running frame has just left. */
export function visitIdOf(run: Run, step: string): string {
  const top = topFrame(run);
  if (top === undefined || top.step === step) return visitId(run);
  return visitId({ ...run, frames: [...run.frames.slice(0, -1), { ...top, step }] });
}

/** Own properties only: a step may be named `constructor`. */
export function visitsOf({ visits }: FrameContext, step: string): number {
  return Object.hasOwn(visits, step) ? (visits[step] ?? 0) : 0;
}

export function topFrame(run: Run): Frame | undefined {
  return run.frames.at(-1);
}

/** Who speaks where a run stands. */
export function speakerOf({ flow, frame, run }: Place): Speaker {
  return { kind: 'flow', flow: flow.name, version: flow.version, step: frame.step, runId: run.id };
}

/** The flow that a frame is pinned to; undefined when nobody has it any more. */
export function flowOf(draft: Draft, frame: Frame): Flow | undefined {
  return draft.workspace.pinnedFlow(frame.flow, frame.version);
}

export interface OpenQuestion extends Place {
  readonly question: Question;
}

/** The question that the run waits at; null where there is no run, or where its flow has lost the question. */
export function openQuestion(draft: Draft): OpenQuestion | null {
  const { run } = draft.conversation;
  const frame = run === null ? undefined : topFrame(run);
  if (run === null || frame === undefined) return null;
  const flow = flowOf(draft, frame);
  const question = flow?.steps.get(frame.step)?.question;
  return flow && question ? { flow, frame, question, run } : null;
}

/** Whether the run rests for a time of its own: what is written meanwhile is no answer. */
export function isPausing(draft: Draft): boolean {
  const { run } = draft.conversation;
  const frame = run === null ? undefined : topFrame(run);
  return frame !== undefined && flowOf(draft, frame)?.steps.get(frame.step)?.pauses === true;
}

/** Changes what the running frame remembers; nothing where there is none. */
export function changeContext(draft: Draft, change: (context: FrameContext) => FrameContext): void {
  const { run } = draft.conversation;
  const frame = run === null ? undefined : topFrame(run);
  if (run === null || frame === undefined) return;
  const changed = { ...frame, context: change(frame.context) };
  draft.change({ run: { ...run, frames: [...run.frames.slice(0, -1), changed] } });
}

/**
 * Ends the run and its timers, without a word. What the run has asked of the outside goes with it; the profile is asked for
 * on the way to a run.
 */
export function dropRun(draft: Draft): void {
  const { run, awaiting } = draft.conversation;
  if (run === null) return;
  if (awaiting !== null && awaiting.kind !== 'profile') endAwaiting(draft);
  dropTimers(draft, run);
  draft.change({ run: null });
}

/** Only the frame on top can have timers: the others wait for it. */
export function dropTimers(draft: Draft, run: Run): void {
  const breath = topFrame(run)?.context.breath;
  if (breath !== undefined) draft.ask({ kind: 'cancelTimer', timerId: breath.timerId });
  draft.ask({ kind: 'cancelTimer', timerId: visitId(run) });
}
