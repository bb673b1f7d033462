/** The platforms on which a follower can write to us. `simulator` is our own, for trying flows out. */
export const channelNames = ['instagram', 'messenger', 'whatsapp', 'telegram', 'x', 'simulator'] as const;

export interface TextLimit {
  readonly size: number;
  /** Instagram counts bytes of UTF-8, the others count UTF-16 code units. */
  readonly unit: 'bytes' | 'characters';
}

/** What a channel can carry. Data, so that the checker, the core and the renderers cannot disagree. */
export interface ChannelCapabilities {
  readonly text: TextLimit;
  /** The text above a link button; longer texts are sent before it. */
  readonly linkText: TextLimit;
  readonly linkLabel: TextLimit;
  readonly quickReplies: { readonly most: number; readonly title: TextLimit; readonly payload: TextLimit };
  /** How long after the contact's last message a business may write freely, in ms; null: no limit. */
  readonly replyWindow: number | null;
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
  linkLabel: characters(20),
  quickReplies: { most: 13, title: characters(20), payload: characters(1000) },
  replyWindow: 24 * hour,
  sendsPerSecond: 300,
  unknownHold: 30_000,
};

/** Channels that the server speaks today. Source: the platforms' send references (Graph API v26.0). */
export const capabilities: Readonly<Record<'instagram' | 'messenger' | 'simulator', ChannelCapabilities>> = {
  messenger,
  instagram: { ...messenger, text: bytes(1000) },
  simulator: {
    ...messenger,
    text: characters(20_000),
    linkText: characters(2000),
    replyWindow: null,
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
