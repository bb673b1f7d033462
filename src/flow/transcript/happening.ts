import type { Event, EventFacts, MessageReceived } from '../../core/event.js';
import type { QuickReply } from '../../core/message.js';
import type { Offer } from './offers.js';

/** What a follower, or a person of the team, does in a chat. */
export type Happening =
  | { readonly kind: 'me'; readonly text: string }
  | { readonly kind: 'tap'; readonly reply: QuickReply }
  /** A test names the payload only; the title of a button that the bot showed is known. */
  | { readonly kind: 'postback'; readonly payload: string; readonly title?: string }
  | { readonly kind: 'story_reply'; readonly text: string }
  | { readonly kind: 'ref'; readonly ref: string }
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

const noWords = { platformMessageId: null, referral: null } as const;

const notOurs = { appId: null, metadata: null, ownMessageId: null } as const;

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
