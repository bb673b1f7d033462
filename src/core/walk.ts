import { StateMachine, type AnyMachineSnapshot } from 'xstate';
import type { Frame, FrameContext } from './conversation.js';
import { waitingTag, type Flow, type FlowAction, type FlowEvent } from './flow.js';
import { enterMachine, moveMachine, type MachineStep } from './machine-step.js';

/** Where one transition of a flow's machine led, and what it asks for, in order. */
export interface Stop {
  readonly step: string;
  readonly context: FrameContext;
  readonly isWaiting: boolean;
  readonly isDone: boolean;
  readonly asks: readonly Ask[];
}

export type Ask =
  | { readonly kind: 'action'; readonly action: FlowAction }
  /** Wake this visit of the step after `delay` ms. */
  | { readonly kind: 'schedule'; readonly delay: number }
  | { readonly kind: 'cancel' };

/** Enters a flow at its first step, with these answers, some of which may be sensitive. */
export function enterFlow(
  flow: Flow,
  answers: FrameContext['answers'] = {},
  sensitive: readonly string[] = [],
): Stop {
  const input = sensitive.length === 0 ? { answers } : { answers, sensitive };
  return toStop(enterMachine(flow.machine, input));
}

/**
 * Enters a flow at one of its steps, whatever would have led there: nothing is answered, and what the step reads of answers
 * is not known. Throws where the flow has no such step.
 */
export function enterFlowAt({ machine }: Flow, step: string): Stop {
  // A machine begins at its initial state only: this one is the same but for that.
  const begun = new StateMachine({ ...machine.config, initial: step }, machine.implementations);
  return toStop(enterMachine(begun, { answers: {} }));
}

/** Goes on from a frame's place by one event. Throws where the flow has no such place. */
export function advanceFlow(flow: Flow, frame: Frame, event: FlowEvent): Stop {
  return toStop(moveMachine(flow.machine, rebuild(flow, frame), event));
}

/** How far back the way is known. */
const longestTrail = 20;

/** Takes what the contact answered to the question at a frame's place, which they may come back to. */
export function answerFlow(flow: Flow, frame: Frame, value: string): Stop {
  const event: FlowEvent = { type: 'answer', value };
  if (!rebuild(flow, frame).can(event)) return advanceFlow(flow, frame, event);
  const { answers, trail = [] } = frame.context;
  const answered = { step: frame.step, known: Object.keys(answers) };
  const context = { ...frame.context, trail: [...trail, answered].slice(-longestTrail) };
  return advanceFlow(flow, { ...frame, context }, event);
}

/**
 * Goes on from a frame's place because its time has come: a wait is over, or nobody answered. Null where that step has
 * no such time. Throws where the flow has no such place.
 */
export function timeOutFlow(flow: Flow, frame: Frame): Stop | null {
  const place = rebuild(flow, frame);
  const timeOut: { readonly eventType: string } | undefined = flow.machine.states[frame.step]?.after[0];
  const elapsed: FlowEvent = { type: 'elapsed' };
  if (timeOut === undefined) return place.can(elapsed) ? advanceFlow(flow, frame, elapsed) : null;
  return toStop(moveMachine(flow.machine, place, { type: timeOut.eventType }));
}

/** Only the step and the context are kept (P8); XState's own snapshot is made anew from them. */
function rebuild(flow: Flow, frame: Frame): AnyMachineSnapshot {
  return flow.machine.resolveState({ value: frame.step, context: frame.context }) as AnyMachineSnapshot;
}

function toStop([snapshot, actions]: MachineStep): Stop {
  return {
    step: snapshot.value as string,
    context: snapshot.context as FrameContext,
    isWaiting: snapshot.hasTag(waitingTag),
    isDone: snapshot.status === 'done',
    asks: actions.map(toAsk).filter((ask) => ask !== null),
  };
}

/** Reads an action as data; its `exec` is never called. An undelayed raise is already applied (XState 5.33). */
function toAsk(action: { readonly type: string; readonly params?: unknown }): Ask | null {
  switch (action.type) {
    case 'xstate.raise': {
      const { delay } = action.params as { readonly delay?: number };
      return delay === undefined ? null : { kind: 'schedule', delay };
    }
    case 'xstate.cancel':
      return { kind: 'cancel' };
    default:
      return { kind: 'action', action: action as unknown as FlowAction };
  }
}
