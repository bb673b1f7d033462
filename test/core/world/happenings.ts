import type { CommentPosted, Event, EventFacts, MessageReceived, Referral } from '../../../src/core/event.js';

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

export function observed(text: string, byContact: boolean): Happening {
  return { kind: 'standbyObserved', text, byContact };
}
