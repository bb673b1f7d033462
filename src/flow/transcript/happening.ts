import type { Event } from '../../core/event.js';
import type { EventFacts } from '../../core/event-facts.js';
import type { CommentPosted, MessageReceived } from '../../core/platform-event.js';
import type { QuickReply } from '../../core/message.js';
import type { Offer } from './offers.js';

/** What a follower, or a person of the team, does in a chat. */
export type Happening =
  | { readonly kind: 'me'; readonly text: string }
  | { readonly kind: 'tap'; readonly reply: QuickReply }
  /** A test names the payload only; the title of a button that the bot showed is known. */
  | { readonly kind: 'postback'; readonly payload: string; readonly title?: string }
  | { readonly kind: 'story_reply'; readonly text: string }
  | { readonly kind: 'story_mention' }
  | { readonly kind: 'comment'; readonly text: string; readonly post: string | null }
  | { readonly kind: 'ref'; readonly ref: string }
  | { readonly kind: 'ad'; readonly ad: string }
  | { readonly kind: 'agent'; readonly text: string };

/** What tapping it does. */
export function tapOf(offer: Offer): Happening {
  return offer.by === 'button'
    ? { kind: 'postback', payload: offer.payload, title: offer.title }
    : { kind: 'tap', reply: { title: offer.title, payload: offer.payload } };
}

/** The event that a platform would report. */
export function toEvent(happening: Happening, facts: EventFacts): Event {
  switch (happening.kind) {
    case 'me':
      return { ...messageOf(facts), text: happening.text };
    case 'tap':
      return { ...messageOf(facts), text: happening.reply.title, quickReply: happening.reply.payload };
    case 'story_reply':
      return { ...messageOf(facts), text: happening.text, storyReply: { id: null } };
    case 'story_mention':
      return { ...messageOf(facts), storyMention: true };
    case 'comment':
      return commentOf(facts, happening.text, happening.post);
    case 'ad':
      return {
        ...facts,
        kind: 'referralReceived',
        referral: { ref: null, source: 'ADS', adId: happening.ad },
      };
    case 'postback':
      return {
        ...facts,
        ...noWords,
        title: happening.title ?? '',
        kind: 'postbackReceived',
        payload: happening.payload,
      };
    case 'ref':
      return {
        ...facts,
        kind: 'referralReceived',
        referral: { ref: happening.ref, source: null, adId: null },
      };
    case 'agent':
      return {
        ...facts,
        ...notOurs,
        kind: 'messageEchoed',
        platformMessageId: facts.id,
        text: happening.text,
      };
  }
}

/** The one post that all comments without a post are on. */
const somePost = 'post';

const noWords = { platformMessageId: null, referral: null } as const;

const notOurs = { appId: null, metadata: null, ownMessageId: null } as const;

function commentOf(facts: EventFacts, text: string, post: string | null): CommentPosted {
  const place = { commentId: facts.id, postId: post ?? somePost, isLive: false, parentId: null };
  return { ...facts, ...place, kind: 'commentPosted', text };
}

function messageOf(facts: EventFacts): MessageReceived {
  return {
    ...facts,
    kind: 'messageReceived',
    platformMessageId: facts.id,
    text: '',
    quickReply: null,
    storyReply: null,
    replyTo: null,
    referral: null,
    attachments: [],
  };
}
