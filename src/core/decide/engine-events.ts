import type { EngineEvent, TimerFired } from '../engine-event.js';
import { learnProfile } from './awaiting.js';
import { decideSendFailure } from './delivery.js';
import type { Draft } from './draft.js';
import { decideFollowUp } from './due-follow-up.js';
import { migrateRun } from './edits.js';
import { isFollowUp } from './follow-ups.js';
import { endBreath, isBreathOver, timeOut } from './gather.js';
import { openHandoff } from './handoff.js';
import { decideWaking, isSnooze } from './handoff-deeds.js';
import { giveUpAwaiting, takeCoupon, takeLookupAnswer } from './outside.js';
import { decideDeed } from './people.js';
import { decideOutcomeReport } from './reported-outcome.js';
import { visitId } from './run-state.js';

/** Decides what happened on our own side: time that is up, answers that came, people. */
export function decideEngineEvent(draft: Draft, event: EngineEvent): void {
  switch (event.kind) {
    case 'timerFired':
      return decideTimer(draft, event);
    case 'profileFetched':
      return learnProfile(draft, event.requestId, { firstName: event.firstName, name: event.name });
    case 'lookupAnswered':
      return takeLookupAnswer(draft, event.requestId, event);
    case 'couponDrawn':
      return takeCoupon(draft, event);
    case 'sendFailed':
      return decideSendFailure(draft, event.failure);
    case 'decisionFailed':
      return openHandoff(draft, { reason: 'poison', team: null, note: '', announces: true });
    case 'outcomeReported':
      return decideOutcomeReport(draft, event);
    default:
      return decideDeed(draft, event);
  }
}

/** A timer acts on the visit, the outcome or the snooze that set it, or on nothing. */
function decideTimer(draft: Draft, { timerId }: TimerFired): void {
  if (isFollowUp(timerId)) return decideFollowUp(draft, timerId);
  if (isSnooze(timerId)) return decideWaking(draft, timerId);
  migrateRun(draft);
  const { awaiting } = draft.conversation;
  if (awaiting?.requestId === timerId) {
    draft.note('timer', `no ${awaiting.kind} in time`);
    return giveUpAwaiting(draft, awaiting);
  }
  timeRun(draft, timerId);
}

function timeRun(draft: Draft, timerId: string): void {
  const { run } = draft.conversation;
  const step = run?.frames.at(-1)?.step ?? '';
  if (run !== null && visitId(run) === timerId) {
    draft.note('timer', `the time of ${step} is up`);
    timeOut(draft);
  } else if (run !== null && isBreathOver(run, timerId)) {
    draft.note('timer', `the answer at ${step} is complete`);
    endBreath(draft);
  } else {
    draft.note('timer', 'stale');
  }
}
