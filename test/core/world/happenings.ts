import type { Event } from '../../../src/core/event.js';
import type { EventFacts } from '../../../src/core/event-facts.js';
import type {
  CommentChanged,
  CommentPosted,
  MarketingOptIn,
  MessageReceived,
  Referral,
  SendReported,
} from '../../../src/core/platform-event.js';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event before it has an id and a time. */
export type Happening = Without<Event, keyof EventFacts>;

export function written(text: string, more: Partial<MessageReceived> = {}): Happening {
  return {
    kind: 'messageReceived',
    platformMessageId: 'mid.contact',
    text,
    quickReply: null,
    storyReply: null,
    replyTo: null,
    referral: null,
    attachments: [],
    ...more,
  };
}

export function tapped(title: string, payload: string): Happening {
  return written(title, { quickReply: payload });
}

export function storyAnswered(text: string): Happening {
  return written(text, { storyReply: { id: 'story.1' } });
}

export function attached(type = 'image'): Happening {
  return written('', { attachments: [{ type, url: null }] });
}

export function pressed(payload: string, title: string): Happening {
  return { kind: 'postbackReceived', platformMessageId: null, title, payload, referral: null };
}

export function referralOf(ref: string): Referral {
  return { ref, source: null, adId: null };
}

export function followed(ref: string): Happening {
  return { kind: 'referralReceived', referral: referralOf(ref) };
}

export function mentionedInStory(): Happening {
  return written('', { storyMention: true, attachments: [{ type: 'story_mention', url: null }] });
}

/** Its id is that of the event unless it is given. */
export function commented(text: string, postId: string | null, more: Partial<CommentPosted> = {}): Happening {
  const facts = { commentId: 'comment', postId, text, isLive: false, parentId: null };
  return { kind: 'commentPosted', ...facts, ...more };
}

export function broughtByAd(adId: string | null): Happening {
  return { kind: 'referralReceived', referral: { ref: null, source: 'ADS', adId } };
}

/** A line from our side of the thread; `ownMessageId` says whether it is one of ours. */
export function echoed(text: string, ownMessageId: string | null = null): Happening {
  return {
    kind: 'messageEchoed',
    platformMessageId: 'mid.page',
    text,
    appId: null,
    metadata: null,
    ownMessageId,
  };
}

export function reacted(reaction: string | null): Happening {
  return { kind: 'reactionChanged', platformMessageId: 'mid.page', reaction };
}

/** By a plugin of a page; null: one that says nothing of where it stands. */
export function pluggedIn(ref: string | null): Happening {
  return { kind: 'optedIn', ref, marketing: null };
}

export function optedIn(payload: string, more: Partial<MarketingOptIn> = {}): Happening {
  const marketing = { token: 'token.1', payload, title: 'Get weekly tips', expiresAt: null, ...more };
  return { kind: 'optedIn', ref: null, marketing };
}

export function preferred(change: 'stop' | 'resume', token: string | null = null): Happening {
  return { kind: 'preferenceChanged', change, token };
}

export function blocked(isReachable = false): Happening {
  return { kind: 'reachabilityChanged', isReachable };
}

export function threadGiven(owner: 'us' | 'other' | 'idle'): Happening {
  return { kind: 'threadControlChanged', owner };
}

export function commentBecame(
  change: CommentChanged['change'],
  commentId = 'comment',
  text: string | null = null,
): Happening {
  return { kind: 'commentChanged', commentId, change, text };
}

/** Of a message of ours, if `ownMessageId` says so. */
export function reported(report: SendReported['report'], ownMessageId: string | null = 'message'): Happening {
  return { kind: 'sendReported', platformMessageId: 'mid.page', reference: null, ownMessageId, report };
}

export function observed(text: string, byContact: boolean): Happening {
  return { kind: 'standbyObserved', text, byContact };
}
