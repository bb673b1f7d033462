import type { EventFacts } from './event-facts.js';
import type { SendFailed } from './engine-event.js';

export interface Referral {
  readonly ref: string | null;
  readonly source: string | null;
  readonly adId: string | null;
  /** What else is told of the ad, the product or the page that they came from, in the platform's words; left out: nothing. */
  readonly details?: Readonly<Record<string, string>>;
}

/** Something sent along, by reference: it is fetched only when a person opens it. */
export interface Attachment {
  /** In the platform's words: image, audio, file, sticker, location, contact, share … */
  readonly type: string;
  /** An expiring address on the platform's own hosts, or what a shared link leads to. */
  readonly url: string | null;
  /** What the platform gives it out by, where that is no address; left out: it has none. */
  readonly mediaId?: string;
  readonly mimeType?: string;
  /** The name of a file or a place, the person of a contact card. */
  readonly name?: string;
  /** What it says where it is no file: a place's coordinates, the lines of an order, the fields of a form. */
  readonly details?: Readonly<Record<string, string>>;
}

/** What a platform tells of somebody's names. */
export interface ToldNames {
  readonly firstName: string | null;
  readonly name: string | null;
}

/** A message, or the press of a button, by the contact. */
export interface MessageReceived extends EventFacts {
  readonly kind: 'messageReceived';
  readonly platformMessageId: string;
  /** Empty for attachments without words. Lone surrogates and NUL are replaced at the border. */
  readonly text: string;
  /** Payload of the tapped quick reply; null when the words were typed. */
  readonly quickReply: string | null;
  /** Set when the contact answered one of our stories. */
  readonly storyReply: { readonly id: string | null } | null;
  readonly replyTo: string | null;
  readonly referral: Referral | null;
  readonly attachments: readonly Attachment[];
  /** Whether the contact mentioned us in a story of their own; left out: no. */
  readonly storyMention?: boolean;
  /** What the message tells of its sender's names, so that nobody must be asked; left out: nothing. */
  readonly profile?: ToldNames;
}

/** A button that is no answer to a question: get started, menu, ice breaker, template button. */
export interface PostbackReceived extends EventFacts {
  readonly kind: 'postbackReceived';
  readonly platformMessageId: string | null;
  readonly title: string;
  readonly payload: string;
  readonly referral: Referral | null;
  /**
   * Whether its title stands in the chat as words of the contact, as a command of a bot does ("/start"): then it says what
   * it says when it is typed, STOP and START among that; left out: no.
   */
  readonly isTyped?: boolean;
  /** See {@link MessageReceived.profile}. */
  readonly profile?: ToldNames;
}

/** The contact opened an existing thread by an ig.me or m.me link, or an ad. */
export interface ReferralReceived extends EventFacts {
  readonly kind: 'referralReceived';
  readonly referral: Referral;
}

/**
 * The contact commented on a post of ours, in public. It opens no reply window (platforms reference §5.2): one private
 * reply is all that may follow before they write.
 */
export interface CommentPosted extends EventFacts {
  readonly kind: 'commentPosted';
  readonly commentId: string;
  /** Null where the platform does not tell. */
  readonly postId: string | null;
  readonly text: string;
  /** Under a live broadcast, which can be answered only while it lasts. */
  readonly isLive: boolean;
  /** The comment that this one answers; null: it stands under the post itself. */
  readonly parentId: string | null;
  /** The post that was boosted or made an ad of, where that one has an id of its own; left out: `postId` is the only one. */
  readonly originalPostId?: string | null;
  /** The ad that the post is shown as; left out: none. */
  readonly ad?: { readonly id: string | null; readonly title: string | null };
  /** What the comment tells of its author's names, so that nobody must be asked; left out: nothing. */
  readonly profile?: ToldNames;
}

/** What became of a comment afterwards; an answer to it that has not left by then is out of place where it is gone. */
export interface CommentChanged extends EventFacts {
  readonly kind: 'commentChanged';
  readonly commentId: string;
  readonly change: 'edited' | 'removed' | 'hidden' | 'shown';
  /** The new words of an edited one; null: they are not told. */
  readonly text: string | null;
}

/** A message from our side of the thread, seen by the platform: our own, or a person's in another app. */
export interface MessageEchoed extends EventFacts {
  readonly kind: 'messageEchoed';
  readonly platformMessageId: string;
  readonly text: string;
  readonly appId: string | null;
  readonly metadata: string | null;
  /**
   * Our message that it repeats, found by the store before the decision; null: not ours. Parsers say null. One that was
   * sent under another name of the contact may be in another conversation.
   */
  readonly ownMessageId: string | null;
}

export interface MessagesDelivered extends EventFacts {
  readonly kind: 'messagesDelivered';
  readonly platformMessageIds: readonly string[];
  /** Everything up to this moment is delivered, epoch ms. */
  readonly upTo: number | null;
}

export interface MessagesRead extends EventFacts {
  readonly kind: 'messagesRead';
  readonly platformMessageIds: readonly string[];
  readonly upTo: number | null;
}

export interface MessageUnsent extends EventFacts {
  readonly kind: 'messageUnsent';
  readonly platformMessageId: string;
}

export interface MessageEdited extends EventFacts {
  readonly kind: 'messageEdited';
  readonly platformMessageId: string;
  readonly text: string;
  readonly edition: number;
}

export interface ReactionChanged extends EventFacts {
  readonly kind: 'reactionChanged';
  readonly platformMessageId: string;
  /** null: taken back. */
  readonly reaction: string | null;
}

/** Something that arrived while another app owns the thread. Never answered; the bot falls silent. */
export interface StandbyObserved extends EventFacts {
  readonly kind: 'standbyObserved';
  /** Of what was written, so that it can be taken back; left out: it has none, or is nothing of the kind. */
  readonly platformMessageId?: string;
  readonly text: string;
  readonly byContact: boolean;
}

/**
 * The platform has given the thread to another app, or to us. `us`: we may answer; `idle`: nobody owns it, and whoever
 * answers first does.
 */
export interface ThreadControlChanged extends EventFacts {
  readonly kind: 'threadControlChanged';
  readonly owner: 'us' | 'other' | 'idle';
}

/** The contact opted in outside of the chat: by a plugin on a page, or to a kind of message that outlasts the reply window. */
export interface OptedIn extends EventFacts {
  readonly kind: 'optedIn';
  /** What the page that the plugin stands on said, as in an m.me link. */
  readonly ref: string | null;
  /** Null: it is a plugin's. */
  readonly marketing: MarketingOptIn | null;
}

/** Messenger's marketing messages: a token by which messages of one topic may be sent until it expires. */
export interface MarketingOptIn {
  readonly token: string;
  /** What we named it by when we asked. */
  readonly payload: string;
  /** The words on the button that was pressed. */
  readonly title: string;
  /** Epoch ms; null: it is not told. */
  readonly expiresAt: number | null;
}

/** The contact stopped or resumed promotional messages in the platform's own settings. */
export interface PreferenceChanged extends EventFacts {
  readonly kind: 'preferenceChanged';
  readonly change: 'stop' | 'resume';
  /** The token of Messenger's marketing messages that it is about; null: all of them. */
  readonly token: string | null;
}

/** The contact blocked us, which says STOP without words, or lifted that. */
export interface ReachabilityChanged extends EventFacts {
  readonly kind: 'reachabilityChanged';
  readonly isReachable: boolean;
}

/** The contact called us; nobody picks up here, but it opens the reply window as a message does. */
export interface ContactCalled extends EventFacts {
  readonly kind: 'contactCalled';
  /** The platform's id of the call. */
  readonly callId: string;
}

/** The platform says later what became of a message of ours. */
export interface SendReported extends EventFacts {
  readonly kind: 'sendReported';
  readonly platformMessageId: string;
  /** What we sent along to know it by. */
  readonly reference: string | null;
  /** Our row for it, found by the store before the decision; null: not ours. Parsers say null. */
  readonly ownMessageId: string | null;
  readonly report:
    | { readonly kind: 'accepted' }
    | {
        readonly kind: 'failed';
        readonly failure: SendFailed['failure'];
        /** For people. */
        readonly explanation: string;
      };
}

/** The contact is the same, what the platform calls them is not; the store has joined the names when this is decided. */
export interface IdentityChanged extends EventFacts {
  readonly kind: 'identityChanged';
  readonly what: 'number' | 'user_id' | 'security_code';
}

/** Something of the platform that nothing acts on yet: kept, not lost. */
export interface PlatformNoticed extends EventFacts {
  readonly kind: 'platformNoticed';
  readonly type: string;
  readonly payload: unknown;
}

export type PlatformEvent =
  | MessageReceived
  | PostbackReceived
  | ReferralReceived
  | CommentPosted
  | CommentChanged
  | MessageEchoed
  | MessagesDelivered
  | MessagesRead
  | MessageUnsent
  | MessageEdited
  | ReactionChanged
  | StandbyObserved
  | ThreadControlChanged
  | OptedIn
  | PreferenceChanged
  | ReachabilityChanged
  | ContactCalled
  | SendReported
  | IdentityChanged
  | PlatformNoticed;
