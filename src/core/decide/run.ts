import type { Frame, FrameContext, Run, UnansweredComment } from '../conversation.js';
import type { Flow } from '../flow.js';
import { runIdOf } from '../run-id.js';
import { advanceFlow, enterFlow, enterFlowAt, type Ask, type Stop } from '../walk.js';
import { perform, type Move } from './actions.js';
import type { Draft } from './draft.js';
import { factsOf } from './facts.js';
import { countFlowVisit } from './flow-visits.js';
import { openHandoff } from './handoff.js';
import { dropRun, flowOf, topFrame, visitId, visitsOf } from './run-state.js';

/** Steps that one event may take. A walk that needs more goes in circles: it is given up, and a person is asked. */
const stepBudget = 100;

/**
 * Begins a run at a flow's first step; one that is still open ends.
 *
 * @param comment The comment that starts it, to be answered by what is said first.
 */
export function startRun(draft: Draft, flow: Flow, comment?: UnansweredComment): void {
  begin(draft, flow, () => enterFlow(flow), comment === undefined ? {} : { comment });
}

/** Begins a run at one of a flow's steps, as if the contact had come there without an answer. */
export function startRunAt(draft: Draft, flow: Flow, step: string): void {
  begin(draft, flow, () => enterFlowAt(flow, step), { beganMidway: true });
}

/** Begins a run whose mark is the handoff's. */
export function startRating(draft: Draft, flow: Flow, handoffId: string): void {
  begin(draft, flow, () => enterFlow(flow), { rates: handoffId });
}

function begin(
  draft: Draft,
  flow: Flow,
  enter: () => Stop,
  why: Pick<Run, 'comment' | 'rates' | 'beganMidway'>,
): void {
  dropRun(draft);
  // Whatever was offered before, the flow's own questions are what is answered now.
  if (draft.conversation.clarifying) draft.change({ clarifying: null });
  if (draft.conversation.offered) draft.change({ offered: null });
  orHandOver(draft, () => {
    countFlowVisit(draft, flow.name);
    const stop = enter();
    const frames = [frameAt(flow, stop)];
    draft.change({
      run: { id: runIdOf(draft.event.id), startedAt: draft.now, frames, outcomes: [], ...why },
    });
    settle(draft, flow, stop);
  });
}

/** Goes on from where the run stands; `step` says how. Null from it changes nothing. */
export function continueRun(draft: Draft, step: (flow: Flow, frame: Frame) => Stop | null): void {
  orHandOver(draft, () => {
    const { flow, frame } = present(draft);
    const stop = step(flow, frame);
    if (stop !== null) settle(draft, flow, stop);
  });
}

/** A run that cannot go on is a person's: nothing of the failed step remains, the follower is told. */
function orHandOver(draft: Draft, walk: () => void): void {
  const error = draft.attempt(walk);
  if (error === null) return;
  draft.note('run failed', error.message);
  openHandoff(draft, { reason: 'failed', team: null, note: '', announces: true });
}

/** Walks on until the run waits for something, or is over. */
function settle(draft: Draft, first: Flow, firstStop: Stop): void {
  let flow = first;
  let stop = firstStop;
  for (let steps = 0; steps < stepBudget; steps += 1) {
    replaceTop(draft, flow, stop);
    const move = follow(draft, flow, stop.asks);
    if (move.kind === 'ended') {
      draft.change({ run: null });
      return;
    }
    if (move.kind === 'on' && stop.isWaiting) return;
    const next = takeOff(draft, flow, stop, move);
    if (next === null) return;
    ({ flow, stop } = next);
  }
  throw new Error(`The step budget of ${String(stepBudget)} is used up: the flow goes in circles.`);
}

function takeOff(draft: Draft, flow: Flow, stop: Stop, move: Exclude<Move, { kind: 'ended' }>): Next | null {
  switch (move.kind) {
    case 'on':
      return goOn(draft, flow, stop);
    case 'answered': {
      draft.note('run', `${stop.step} is known already`);
      const { value, isSensitive } = move;
      const event = { type: 'answer', value, ...(isSensitive ? { isSensitive } : {}) } as const;
      return { flow, stop: advanceFlow(flow, present(draft).frame, event) };
    }
    case 'goTo':
    case 'run':
      return enter(draft, flow, move);
  }
}

interface Next {
  readonly flow: Flow;
  readonly stop: Stop;
}

/** From a passing step to the next; from the end of a flow to the one that ran it; null: the run is over. */
function goOn(draft: Draft, flow: Flow, stop: Stop): Next | null {
  if (!stop.isDone) {
    return { flow, stop: advanceFlow(flow, present(draft).frame, { type: 'walk', facts: factsOf(draft) }) };
  }
  const { run } = present(draft);
  if (run.frames.length === 1) {
    finishRun(draft, run);
    return null;
  }
  draft.change({ run: { ...run, frames: run.frames.slice(0, -1) } });
  const parent = present(draft);
  const { answers, sensitive = [] } = stop.context;
  const event = { type: 'returned', answers, ...(sensitive.length > 0 ? { sensitive } : {}) } as const;
  return { flow: parent.flow, stop: advanceFlow(parent.flow, parent.frame, event) };
}

/** Enters another flow, at the version that the present one was compiled with. */
function enter(draft: Draft, from: Flow, move: Extract<Move, { flow: string }>): Next {
  const version = from.leadsTo[move.flow];
  const flow = version === undefined ? undefined : draft.workspace.pinnedFlow(move.flow, version);
  if (flow === undefined) throw new Error(`${from.name} leads to ${move.flow}, which is not there.`);
  countFlowVisit(draft, flow.name);
  const stop = enterFlow(flow, move.answers, move.sensitive);
  const { run, frame } = present(draft);
  if (move.kind === 'goTo') return { flow, stop: countOn(frame.context, stop) };
  draft.change({ run: { ...run, frames: [...run.frames, frameAt(flow, stop)] } });
  return { flow, stop };
}

/** A frame that goes to another flow, or begins anew, counts on, lest a visit there have the name of an earlier one. */
export function countOn(before: FrameContext, stop: Stop): Stop {
  const counted = Object.entries(stop.context.visits).map(
    ([step, times]) => [step, times + visitsOf(before, step)] as const,
  );
  const visits = { ...before.visits, ...Object.fromEntries(counted) };
  return { ...stop, context: { ...stop.context, visits } };
}

/**
 * The end of the last step: a run that reached no outcome has not helped, so a person takes it up; but not one that people
 * themselves have begun when they were done.
 */
function finishRun(draft: Draft, { outcomes: reached, rates, beganMidway }: Run): void {
  draft.change({ run: null });
  draft.note('run', reached.length > 0 ? `ended with ${reached.join(', ')}` : 'ended without an outcome');
  if (reached.length === 0 && rates === undefined && beganMidway === undefined)
    openHandoff(draft, { reason: 'no_outcome', team: null, note: '', announces: true });
}

function follow(draft: Draft, flow: Flow, asks: readonly Ask[]): Move {
  for (const ask of asks) {
    const move = followOne(draft, flow, ask);
    if (move.kind !== 'on') return move;
  }
  return { kind: 'on' };
}

function followOne(draft: Draft, flow: Flow, ask: Ask): Move {
  const { run, frame } = present(draft);
  switch (ask.kind) {
    case 'action':
      return perform(draft, { flow, frame, run }, ask.action);
    case 'schedule':
      draft.ask({ kind: 'scheduleTimer', timer: { id: visitId(run), dueAt: draft.now + ask.delay } });
      return { kind: 'on' };
    case 'cancel':
      return { kind: 'on' };
  }
}

function present(draft: Draft): { readonly run: Run; readonly frame: Frame; readonly flow: Flow } {
  const { run } = draft.conversation;
  const frame = run === null ? undefined : topFrame(run);
  if (run === null || frame === undefined) throw new Error('There is no open run.');
  const flow = flowOf(draft, frame);
  if (flow === undefined) throw new Error(`${frame.flow} is not there in version ${frame.version}.`);
  return { run, frame, flow };
}

/** Moves the running frame; the timer of the visit that it leaves goes with it, and what was gathered there. */
function replaceTop(draft: Draft, flow: Flow, stop: Stop): void {
  const { run } = present(draft);
  if (stop.asks.some((ask) => ask.kind === 'cancel'))
    draft.ask({ kind: 'cancelTimer', timerId: visitId(run) });
  const moved = { ...run, frames: [...run.frames.slice(0, -1), frameAt(flow, stop)] };
  draft.change({ run: visitId(moved) === visitId(run) ? moved : withoutGathered(moved) });
}

function withoutGathered(run: Run): Run {
  const top = topFrame(run);
  if (top === undefined) return run;
  const { picked: _, breath: __, isGatheredSensitive: ___, ...context } = top.context;
  return { ...run, frames: [...run.frames.slice(0, -1), { ...top, context }] };
}

function frameAt(flow: Flow, { step, context }: Stop): Frame {
  return { flow: flow.name, version: flow.version, step, context };
}
