import type { Conversation } from '../conversation.js';
import { topFrame } from './run-state.js';
import type { Draft } from './draft.js';

/** More flows than anybody goes through: beyond them only those that are known are counted on. */
const mostFlows = 500;
const mostVisits = 1_000_000;

/** A contact begins a flow: by its trigger, from another flow, or over again. */
export function countFlowVisit(draft: Draft, flow: string): void {
  const { flowVisits = {} } = draft.conversation;
  const before = visitsTo(flow, flowVisits);
  if (before === 0 && Object.keys(flowVisits).length >= mostFlows) return;
  draft.change({ flowVisits: { ...flowVisits, [flow]: Math.min(mostVisits, before + 1) } });
}

/** How often the contact has begun the flow that they are in; at least this once. */
export function flowVisitsOf({ run, flowVisits = {} }: Conversation): number {
  const frame = run === null ? undefined : topFrame(run);
  return frame === undefined ? 0 : Math.max(1, visitsTo(frame.flow, flowVisits));
}

function visitsTo(flow: string, flowVisits: Readonly<Record<string, number>>): number {
  return Object.hasOwn(flowVisits, flow) ? (flowVisits[flow] ?? 0) : 0;
}
