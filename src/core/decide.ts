import type { Conversation } from './conversation.js';
import type { Decision } from './decision.js';
import type { Event, MessageEdited, ReactionChanged, TimerFired } from './event.js';
import type { Workspace } from './workspace.js';
import { learnProfile } from './decide/awaiting.js';
import { decideComment } from './decide/comment.js';
import { withdrawEverything } from './decide/consent.js';
import { decideContactEvent } from './decide/contact.js';
import { decideEcho, decideSendFailure, decideStandby } from './decide/delivery.js';
import { Draft } from './decide/draft.js';
import { decideFollowUp } from './decide/due-follow-up.js';
import { migrateRun } from './decide/edits.js';
import { endBreath, isBreathOver, timeOut } from './decide/gather.js';
import { isFollowUp } from './decide/follow-ups.js';
import { openHandoff } from './decide/handoff.js';
import { hearCommand } from './decide/heard.js';
import { giveUpAwaiting, takeCoupon, takeLookupAnswer } from './decide/outside.js';
import {
  decideHandBack,
  decideOutcomeReport,
  decideReply,
  decideResolution,
  decideTakeOver,
  decideWithdrawalReport,
} from './decide/people.js';
import { visitId } from './decide/run-state.js';

/**
 * The whole decision: what one event does to one conversation. Pure, deterministic, synchronous; everything that it
 * wants done comes back as effects, which the store saves together with the conversation.
 */
export function decide(workspace: Workspace, conversation: Conversation, event: Event): Decision {
  const draft = new Draft(workspace, conversation, event);
  switch (event.kind) {
    case 'messageReceived':
    case 'postbackReceived':
    case 'referralReceived':
      return decideContactEvent(draft, event);
    case 'commentPosted':
      return decideComment(draft, event);
    default:
      decideOther(draft, event);
      return draft.decision('handled');
  }
}

type OtherEvent = Exclude<
  Event,
  { kind: 'messageReceived' | 'postbackReceived' | 'referralReceived' | 'commentPosted' }
>;

function decideOther(draft: Draft, event: OtherEvent): void {
  switch (event.kind) {
    case 'messageEchoed':
      return decideEcho(draft, event);
    case 'standbyObserved':
      return decideStandby(draft, event);
    case 'messagesDelivered':
    case 'messagesRead':
      return draft.ask({
        kind: 'advanceMessages',
        to: event.kind === 'messagesRead' ? 'read' : 'delivered',
        platformMessageIds: event.platformMessageIds,
        upTo: event.upTo,
      });
    case 'messageUnsent':
      return draft.ask({ kind: 'forgetMessage', platformMessageId: event.platformMessageId });
    case 'reactionChanged':
      return openWindow(draft, event);
    case 'messageEdited':
      return decideEdit(draft, event);
    case 'commentChanged':
    case 'threadControlChanged':
    case 'optedIn':
    case 'preferenceChanged':
    case 'reachabilityChanged':
    case 'sendReported':
    case 'identityChanged':
    case 'platformNoticed':
      return draft.note('kept', 'nothing acts on this yet');
    case 'timerFired':
      return decideTimer(draft, event);
    case 'profileFetched':
      return learnProfile(draft, event.requestId, { firstName: event.firstName, name: event.name });
    case 'lookupAnswered':
      return takeLookupAnswer(draft, event.requestId, event);
    case 'couponDrawn':
      return takeCoupon(draft, event);
    case 'sendFailed':
      return decideSendFailure(draft, event);
    case 'decisionFailed':
      return openHandoff(draft, { reason: 'poison', team: null, note: '', announces: true });
    case 'personTookOver':
      return decideTakeOver(draft, event);
    case 'personReplied':
      return decideReply(draft, event);
    case 'handedBack':
      return decideHandBack(draft, event);
    case 'handoffResolved':
      return decideResolution(draft, event);
    case 'outcomeReported':
      return decideOutcomeReport(draft, event);
    case 'withdrawalReported':
      return decideWithdrawalReport(draft, event);
  }
}

/**
 * A reaction opens the reply window like a message (platforms reference §10). It is no message that a person might answer
 * after STOP, nor is one that is taken back.
 */
function openWindow(draft: Draft, { occurredAt, reaction }: ReactionChanged): void {
  const { lastContactAt } = draft.conversation;
  if (reaction === null || draft.isStopped) return;
  draft.change({ lastContactAt: Math.max(lastContactAt ?? occurredAt, occurredAt) });
}

/** An edited message is not answered anew, but one that now says STOP is obeyed. */
function decideEdit(draft: Draft, { text }: MessageEdited): void {
  const command = hearCommand(draft, text);
  if (command?.command !== 'stop') {
    draft.note('kept', 'nothing acts on edits but STOP');
    return;
  }
  const { language } = command;
  withdrawEverything(draft, { actor: 'contact', flow: null, rule: 'stop', language, isConfirmed: true });
}

/** A timer acts on the visit or the outcome that set it, or on nothing. */
function decideTimer(draft: Draft, { timerId }: TimerFired): void {
  if (isFollowUp(timerId)) {
    decideFollowUp(draft, timerId);
    return;
  }
  migrateRun(draft);
  const { awaiting, run } = draft.conversation;
  if (awaiting?.requestId === timerId) {
    draft.note('timer', `no ${awaiting.kind} in time`);
    giveUpAwaiting(draft, awaiting);
  } else if (run !== null && visitId(run) === timerId) {
    draft.note('timer', `the time of ${run.frames.at(-1)?.step ?? ''} is up`);
    timeOut(draft);
  } else if (run !== null && isBreathOver(run, timerId)) {
    draft.note('timer', `the answer at ${run.frames.at(-1)?.step ?? ''} is complete`);
    endBreath(draft);
  } else {
    draft.note('timer', 'stale');
  }
}
