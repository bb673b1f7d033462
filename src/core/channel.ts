import { mediaKinds, type MediaKind } from './message.js';

/** The platforms on which a follower can write to us. `simulator` is our own, for trying flows out. */
export const channelNames = ['instagram', 'messenger', 'whatsapp', 'telegram', 'x', 'simulator'] as const;

export interface TextLimit {
  readonly size: number;
  /** Instagram counts bytes of UTF-8, the others count UTF-16 code units. */
  readonly unit: 'bytes' | 'characters';
}

/** What stands under a text or a card and can be pressed. */
export interface ButtonLimits {
  /** 0: the channel has no buttons; what they say becomes part of the text. */
  readonly most: number;
  readonly title: TextLimit;
  readonly payload: TextLimit;
  /** Whether one can call a phone number. */
  readonly canCall: boolean;
}

/** What a channel can carry. Data, so that the checker, the core and the renderers cannot disagree. */
export interface ChannelCapabilities {
  readonly text: TextLimit;
  /** The text above a link button; longer texts are sent before it. */
  readonly linkText: TextLimit;
  readonly quickReplies: { readonly most: number; readonly title: TextLimit; readonly payload: TextLimit };
  readonly buttons: ButtonLimits;
  /** Side by side in one message; `most` 0: the channel has none, and each becomes a message. */
  readonly cards: { readonly most: number; readonly title: TextLimit; readonly text: TextLimit };
  /** What is sent as itself; of anything else the address is said. `caption` null: a text goes in a message of its own. */
  readonly media: { readonly kinds: readonly MediaKind[]; readonly caption: TextLimit | null };
  /** How long the contact can be shown that we are typing, ms; 0: not at all. */
  readonly typing: number;
  /** How long after the contact's last message a business may write freely, in ms; null: no limit. */
  readonly replyWindow: number | null;
  /** Whether we can answer comments on it, in private and in public. */
  readonly answersComments: boolean;
  /** Sends that one account may begin in a second. */
  readonly sendsPerSecond: number;
  /** How long a send without an answer holds back the next message, in ms (design §1, "settled"). */
  readonly unknownHold: number;
}

const hour = 3_600_000;
const characters = (size: number): TextLimit => ({ size, unit: 'characters' });
const bytes = (size: number): TextLimit => ({ size, unit: 'bytes' });

const messenger: ChannelCapabilities = {
  text: characters(2000),
  linkText: characters(640),
  quickReplies: { most: 13, title: characters(20), payload: characters(1000) },
  buttons: { most: 3, title: characters(20), payload: characters(1000), canCall: true },
  cards: { most: 10, title: characters(80), text: characters(80) },
  media: { kinds: mediaKinds, caption: null },
  typing: 20_000,
  replyWindow: 24 * hour,
  answersComments: false,
  sendsPerSecond: 300,
  unknownHold: 30_000,
};

/** Channels that the server speaks today. Source: the platforms' send references (Graph API v26.0). */
export const capabilities: Readonly<Record<'instagram' | 'messenger' | 'simulator', ChannelCapabilities>> = {
  messenger,
  // The buttons of Instagram's templates open pages or send payloads; they do not call.
  instagram: { ...messenger, text: bytes(1000), buttons: { ...messenger.buttons, canCall: false } },
  simulator: {
    ...messenger,
    text: characters(20_000),
    linkText: characters(2000),
    replyWindow: null,
    answersComments: true,
    sendsPerSecond: 10_000,
    unknownHold: 0,
  },
};

export type SupportedChannel = keyof typeof capabilities;

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
