import type { Event } from '../../core/event.js';

/** Whether somebody came by it, beside words of their own: a comment, a story, an advertisement or a link. */
export function isOrigin(event: Event): boolean {
  switch (event.kind) {
    case 'commentPosted':
    case 'referralReceived':
      return true;
    case 'messageReceived':
      return event.referral !== null || event.storyReply !== null || event.storyMention === true;
    case 'postbackReceived':
      return event.referral !== null;
    case 'optedIn':
      return event.ref !== null;
    default:
      return false;
  }
}
