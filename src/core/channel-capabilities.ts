import type { MediaKind } from './message.js';

export interface TextLimit {
  readonly size: number;
  /** Instagram counts bytes of UTF-8, as do Telegram's payloads; the others count UTF-16 code units. */
  readonly unit: 'bytes' | 'characters';
}

export function characters(size: number): TextLimit {
  return { size, unit: 'characters' };
}

export function bytes(size: number): TextLimit {
  return { size, unit: 'bytes' };
}

export const megabyte = 1_000_000;

export const second = 1_000;
export const hour = 3_600 * second;
export const day = 24 * hour;

/** What stands under a text or a card and can be pressed. */
export interface ButtonLimits {
  /** 0: the channel has no buttons; what they say becomes part of the text. */
  readonly most: number;
  readonly title: TextLimit;
  readonly payload: TextLimit;
  /** Whether one can call a phone number. */
  readonly canCall: boolean;
}

export interface QuickReplyLimits {
  /** 0: the channel has none; they stand as a numbered list in the text, and are answered by number or words. */
  readonly most: number;
  readonly title: TextLimit;
  /** What comes back when one is tapped; longer ones are shortened (`shortenPayload`). */
  readonly payload: TextLimit;
  /** More than so many are shown as a list that opens by a button, whose label this is long; left out: they never are. */
  readonly list?: { readonly above: number; readonly title: TextLimit; readonly label: TextLimit };
}

/** So many in so long (ms), counted over any span of that length. */
export interface Budget {
  readonly most: number;
  readonly per: number;
}

/** One message every so often (ms), of which `burst` may come at once. */
export interface Pace {
  readonly burst: number;
  readonly every: number;
}

/** What may be said about comments, and how often. */
export interface CommentLimits {
  /** How long after a comment the one private reply to it is taken, ms. */
  readonly privateReplyLasts: number;
  /** Whether quick replies can go with it; where they cannot, they stand in it as a numbered list. */
  readonly privateQuickReplies: boolean;
  /** Of an account. */
  readonly privateReplies: Budget;
  /** Answers in public under comments, of an account: our own restraint, the platforms name no number. */
  readonly publicReplies: Budget;
}

/** What a channel can carry. Data, so that the checker, the core and the renderers cannot disagree. */
export interface ChannelCapabilities {
  readonly text: TextLimit;
  /** The text above buttons; longer texts are sent before it. */
  readonly linkText: TextLimit;
  readonly quickReplies: QuickReplyLimits;
  readonly buttons: ButtonLimits;
  /**
   * Whether quick replies, buttons and links can stand under the same message. Where they cannot, links go before
   * buttons and buttons before quick replies; the others are said in words.
   */
  readonly mixesButtons: boolean;
  /** Side by side in one message; `most` 0: the channel has none, and each becomes a message. */
  readonly cards: { readonly most: number; readonly title: TextLimit; readonly text: TextLimit };
  /** What is sent as itself; of anything else the address is said. `caption` null: a text goes in a message of its own. */
  readonly media: {
    readonly kinds: readonly MediaKind[];
    readonly caption: TextLimit | null;
    /** What can have one. */
    readonly captioned: readonly MediaKind[];
    /** How long a file of each kind may be, bytes. */
    readonly sizes: Readonly<Record<MediaKind, number>>;
  };
  /** How long the contact can be shown that we are typing, ms; 0: not at all. */
  readonly typing: number;
  /** How long after the contact's last message a business may write freely, in ms; null: no limit. */
  readonly replyWindow: number | null;
  /** How long after it a person may still answer, where that is longer (Meta's human agent tag), ms. */
  readonly personWindow: number | null;
  /** Whether approved templates may be sent outside the reply window. */
  readonly hasTemplates: boolean;
  /** Whether contacts can opt in to messages of a topic by a token, which are then sent outside of it too. */
  readonly hasMarketingTokens: boolean;
  /** Null: comments on it cannot be answered. */
  readonly comments: CommentLimits | null;
  /** Sends that one account may begin in a second. */
  readonly sendsPerSecond: number;
  /** What the platform counts apart from that, each with the sends of its own in a second; left out: nothing. */
  readonly ownRates?: {
    readonly media?: { readonly kinds: readonly MediaKind[]; readonly perSecond: number };
    /** Private replies under a live broadcast, for which the budget of the others does not count. */
    readonly liveReplies?: { readonly perSecond: number };
  };
  /** Longer budgets of an account, beside that. */
  readonly budgets: readonly Budget[];
  /** How fast one contact may be written to; null: as fast as the account may. */
  readonly contactPace: Pace | null;
  /** How long a send without an answer holds back the next message, in ms (design §1, "settled"). */
  readonly unknownHold: number;
}

/** How much of `limit` a text uses up, in the limit's own unit. */
export function measureText(text: string, limit: TextLimit): number {
  return limit.unit === 'characters' ? text.length : utf8Length(text);
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
