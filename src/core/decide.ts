import type { Conversation } from './conversation.js';
import type { Decision } from './decision.js';
import type { Event } from './event.js';
import type { Workspace } from './workspace.js';
import { decideComment } from './decide/comment.js';
import { decideContactEvent } from './decide/contact.js';
import { Draft } from './decide/draft.js';
import { decideEngineEvent } from './decide/engine-events.js';
import { decideOptIn } from './decide/opt-in.js';
import { decidePlatformEvent } from './decide/platform-events.js';

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
    case 'optedIn':
      return decideOptIn(draft, event);
    case 'timerFired':
    case 'profileFetched':
    case 'lookupAnswered':
    case 'couponDrawn':
    case 'sendFailed':
    case 'decisionFailed':
    case 'personTookOver':
    case 'personReplied':
    case 'personSentTemplate':
    case 'handedBack':
    case 'handoffResolved':
    case 'handoffAssigned':
    case 'handoffSnoozed':
    case 'noteAdded':
    case 'tagsChanged':
    case 'contactBlocked':
    case 'contactsMerged':
    case 'outcomeReported':
    case 'withdrawalReported':
      decideEngineEvent(draft, event);
      return draft.decision('handled');
    default:
      decidePlatformEvent(draft, event);
      return draft.decision('handled');
  }
}
