import type { Frame, FrameContext } from '../conversation.js';
import { advanceFlow, enterFlow, type Ask, type Stop } from '../walk.js';
import { askQuestion } from './ask.js';
import type { Draft } from './draft.js';
import { countFlowVisit } from './flow-visits.js';
import { continueRun, countOn } from './run.js';
import { dropTimers, flowOf, openQuestion } from './run-state.js';

/** An answered question of the open run, and the frames as they are when it is asked again. */
interface WayBack {
  readonly step: string;
  readonly frames: readonly Frame[];
}

export function canGoBack(draft: Draft): boolean {
  return openQuestion(draft) !== null || findWayBack(draft) !== null;
}

/**
 * Asks the question again that was answered last, and forgets what has been answered since; from a flow that another one
 * runs, back into that. Who has answered none yet is asked the present one again.
 */
export function goBack(draft: Draft): void {
  const { run } = draft.conversation;
  const back = findWayBack(draft);
  if (run === null || back === null) {
    const open = openQuestion(draft);
    if (open !== null) askQuestion(draft, open);
    return;
  }
  dropTimers(draft, run);
  draft.change({ run: { ...run, frames: back.frames } });
  continueRun(draft, (flow, frame) => askedAnew(advanceFlow(flow, frame, { type: 'back', to: back.step })));
}

/** The flow that the run is in begins anew, at the version that it is pinned to. What was reached stays reached. */
export function startOver(draft: Draft): void {
  const { run } = draft.conversation;
  if (run === null) return;
  dropTimers(draft, run);
  draft.change({ run: { ...run, frames: run.frames.slice(0, 1) } });
  continueRun(draft, (flow, frame) => {
    countFlowVisit(draft, flow.name);
    return countOn(frame.context, enterFlow(flow));
  });
}

function findWayBack(draft: Draft): WayBack | null {
  const frames = draft.conversation.run?.frames ?? [];
  for (const [index, frame] of [...frames.entries()].reverse()) {
    const { trail = [] } = frame.context;
    const steps = flowOf(draft, frame)?.steps;
    const at = trail.findLastIndex(({ step }) => (steps?.get(step)?.question ?? null) !== null);
    const question = trail[at];
    if (question === undefined) continue;
    const context = forget(frame.context, question.known, trail.slice(0, at));
    return { step: question.step, frames: [...frames.slice(0, index), { ...frame, context }] };
  }
  return null;
}

function forget(
  context: FrameContext,
  known: readonly string[],
  trail: FrameContext['trail'] & object,
): FrameContext {
  const answers = Object.entries(context.answers).filter(([name]) => known.includes(name));
  return { ...context, answers: Object.fromEntries(answers), trail };
}

/** The timer of the visit that is left has been cancelled already; and who goes back wants to answer anew. */
function askedAnew(stop: Stop): Stop {
  return { ...stop, asks: stop.asks.filter(({ kind }) => kind !== 'cancel').map(evenIfKnown) };
}

function evenIfKnown(ask: Ask): Ask {
  return ask.kind === 'action' && ask.action.type === 'ask'
    ? { ...ask, action: { ...ask.action, params: { ...ask.action.params, evenIfKnown: true } } }
    : ask;
}
