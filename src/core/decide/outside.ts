import type { Awaiting } from '../conversation.js';
import type { CouponDrawn } from '../engine-event.js';
import type { FlowResult } from '../flow.js';
import { failedLookup, type LookupAnswer } from '../lookup.js';
import { advanceFlow } from '../walk.js';
import { endAwaiting, learnProfile } from './awaiting.js';
import type { Draft } from './draft.js';
import { openHandoff } from './handoff.js';
import { continueRun } from './run.js';

/** The run goes on with the answer; one that comes too late, or to a run that is over, changes nothing. */
export function takeLookupAnswer(draft: Draft, requestId: string, { result, values }: LookupAnswer): void {
  take(draft, requestId, result, values);
}

export function takeCoupon(draft: Draft, { requestId, code }: CouponDrawn): void {
  if (code === null) take(draft, requestId, 'sold_out', {});
  else take(draft, requestId, 'given', { code });
}

/** The time of the question is up. */
export function giveUpAwaiting(draft: Draft, { kind, requestId }: Awaiting): void {
  switch (kind) {
    case 'profile':
      return learnProfile(draft, requestId);
    case 'lookup':
      return takeLookupAnswer(draft, requestId, failedLookup);
    case 'coupon':
      // Whether there is one left is not known, so the flow cannot tell; a person can.
      endAwaiting(draft);
      return openHandoff(draft, { reason: 'failed', team: null, note: '', announces: true });
  }
}

function take(
  draft: Draft,
  requestId: string,
  result: FlowResult,
  values: Readonly<Record<string, string>>,
): void {
  const { awaiting } = draft.conversation;
  if (awaiting?.requestId !== requestId) {
    // Whether it was asked with something sensitive is known no longer.
    draft.keepConfidence();
    draft.note('answer from outside', 'nobody waits for it any more');
    return;
  }
  endAwaiting(draft);
  draft.note('answer from outside', result);
  const { isSensitive } = awaiting;
  if (isSensitive) draft.keepConfidence();
  const event = { type: 'result', result, values, ...(isSensitive ? { isSensitive } : {}) } as const;
  continueRun(draft, (flow, frame) => advanceFlow(flow, frame, event));
}
