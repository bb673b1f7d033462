import type { Awaiting } from '../conversation.js';
import type { Inquiry } from '../effect.js';
import type { FlowAction, Template } from '../flow.js';
import { clipText } from '../split-text.js';
import type { Draft } from './draft.js';
import type { Filled } from './fill.js';

/** Longest text that is told to another system, as of an answer that a contact gives. */
const inputLimit = { size: 500, unit: 'characters' } as const;

/** How long our own store may take to draw a code, ms: long enough for a server that restarts. */
const couponPatience = 60_000;

/** Asks the outside; the run waits at its step, and what follows from the contact waits in order. */
export function inquire(
  draft: Draft,
  action: Extract<FlowAction, { type: 'lookUp' | 'drawCoupon' }>,
  fill: (template: Template) => Filled,
): void {
  if (action.type === 'drawCoupon') {
    ask(draft, 'coupon', couponPatience, { kind: 'drawCoupon', list: action.params.list });
    return;
  }
  const { lookup, inputs, within } = action.params;
  const filled = inputs.map(({ name, value }) => ({ name, ...fill(value) }));
  const told = filled.map(({ name, text }) => [name, clipText(text.trim(), inputLimit)] as const);
  const confidence = filled.some(({ isSensitive }) => isSensitive) ? { isSensitive: true } : {};
  const question = { kind: 'lookUp', lookup, inputs: Object.fromEntries(told), ...confidence } as const;
  ask(draft, 'lookup', within, question);
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function ask(
  draft: Draft,
  kind: Awaiting['kind'],
  patience: number,
  question: Without<Inquiry, 'requestId' | 'timesOutAt'>,
): void {
  const requestId = `${draft.event.id}.${kind}`;
  const timesOutAt = draft.now + patience;
  const confidence = 'isSensitive' in question ? { isSensitive: true } : {};
  draft.change({ awaiting: { requestId, kind, since: draft.now, ...confidence } });
  draft.ask({ ...question, requestId, timesOutAt });
  draft.ask({ kind: 'scheduleTimer', timer: { id: requestId, dueAt: timesOutAt } });
  draft.note('awaiting', `the answer to a ${kind}`);
}
