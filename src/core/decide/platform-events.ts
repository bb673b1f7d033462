import type { MessageEdited, PlatformEvent, ReachabilityChanged } from '../platform-event.js';
import { decideCommentChange } from './comment-change.js';
import { withdrawEverything } from './consent.js';
import { decideEcho, decideSendReport, decideStandby } from './delivery.js';
import type { Draft } from './draft.js';
import { hearCommand, openWindow } from './heard.js';
import { decideThreadControl } from './ownership.js';
import { decidePreference } from './preference.js';
import { takeBack } from './taken-back.js';

/** What the platform tells beside what asks for an answer. */
type Observed = Exclude<
  PlatformEvent,
  { kind: 'messageReceived' | 'postbackReceived' | 'referralReceived' | 'commentPosted' | 'optedIn' }
>;

/** Decides what happened on the platform and asks for no answer: echoes, receipts, settings, edits. */
export function decidePlatformEvent(draft: Draft, event: Observed): void {
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
      return takeBack(draft, event.platformMessageId);
    case 'reactionChanged':
      // One that is taken back says nothing.
      return event.reaction === null ? undefined : openWindow(draft, event);
    case 'contactCalled':
      return openWindow(draft, event);
    case 'messageEdited':
      return decideEdit(draft, event);
    case 'commentChanged':
      return decideCommentChange(draft, event);
    case 'threadControlChanged':
      return decideThreadControl(draft, event.owner);
    case 'preferenceChanged':
      return decidePreference(draft, event);
    case 'reachabilityChanged':
      return decideReachability(draft, event);
    case 'sendReported':
      return decideSendReport(draft, event);
    case 'identityChanged':
      return draft.note('identity', `the platform has changed it: ${event.what}`);
    case 'platformNoticed':
      return draft.note('kept', 'nothing acts on this yet');
  }
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

/**
 * Who blocks us says STOP without words (platforms reference §7.2), and who lifts that has not said START: they can be
 * reached, and must say so themselves.
 */
function decideReachability(draft: Draft, { isReachable, occurredAt }: ReachabilityChanged): void {
  draft.note('reachability', isReachable ? 'the contact lifted the block' : 'the contact blocked us');
  if (isReachable) {
    draft.change({ unreachable: false });
    return;
  }
  withdrawEverything(draft, { actor: 'contact', flow: null, rule: 'blocked', isConfirmed: false });
  // Told late: they have written since, so that they can be reached.
  const { lastContactAt } = draft.conversation;
  if (lastContactAt === null || lastContactAt <= occurredAt) draft.change({ unreachable: true });
}
