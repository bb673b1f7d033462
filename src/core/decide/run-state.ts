import type { Conversation, Frame, Run } from '../conversation.js';
import type { Flow } from '../flow.js';
import type { Draft } from './draft.js';

/** A run's timer belongs to one visit of one step: a repeated entry is another timer. */
export function timerIdOf(run: Run, depth: number): string {
  const frame = run.frames[depth];
  if (frame === undefined) throw new RangeError(`The run has no frame ${String(depth)}.`);
  return `${run.id}/${String(depth)}/${frame.step}/${String(frame.context.visits[frame.step] ?? 0)}`;
}

export function topFrame(run: Run): Frame | undefined {
  return run.frames.at(-1);
}

export function topTimerId(run: Run): string {
  return timerIdOf(run, run.frames.length - 1);
}

/** The flow that a frame is pinned to; undefined when nobody has it any more. */
export function flowOf(draft: Draft, frame: Frame): Flow | undefined {
  return draft.workspace.pinnedFlow(frame.flow, frame.version);
}

/** The question that the run waits at, with where it stands; null when it waits at none. */
export function openQuestion(draft: Draft, { run }: Conversation = draft.conversation) {
  const frame = run === null ? undefined : topFrame(run);
  const question = frame && flowOf(draft, frame)?.steps.get(frame.step)?.question;
  return frame && question ? { frame, question } : null;
}

/** Ends the run and its timers, without a word. */
export function dropRun(draft: Draft): void {
  const { run } = draft.conversation;
  if (run === null) return;
  run.frames.forEach((_, depth) => {
    draft.ask({ kind: 'cancelTimer', timerId: timerIdOf(run, depth) });
  });
  draft.change({ run: null });
}
