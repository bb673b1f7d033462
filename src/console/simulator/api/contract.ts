/** A word that starts a flow, as an author wrote it. */
export interface KeywordHint {
  readonly phrase: string;
  readonly flow: string;
  readonly title: string;
}

/** A ref link (ig.me, m.me, t.me) that starts a flow. */
export interface RefHint {
  readonly ref: string;
  readonly flow: string;
}

/** A word under a post that starts a flow. */
export interface CommentHint {
  readonly phrase: string;
  readonly flow: string;
}

/** An ice breaker or a menu entry: what the platform shows before the chat, or beside it. */
export interface ButtonHint {
  readonly title: string;
  readonly payload: string;
  readonly flow: string;
}

/** `GET /simulator/info`: who answers here, and what they answer to. */
export interface SimulatorInfo {
  readonly brand: string;
  readonly keywords: readonly KeywordHint[];
  readonly refs: readonly RefHint[];
  readonly comments: readonly CommentHint[];
  readonly buttons: readonly ButtonHint[];
}

/** One line of `GET /simulator/contacts`; `lastAt` in epoch milliseconds. */
export interface ContactSummary {
  readonly name: string;
  readonly lastAt: number;
}

/** How far a message of ours has come; `not_sent` was refused before it left, `failed` by the platform. */
export type DeliveryState =
  'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'cancelled' | 'not_sent';

export interface QuickReply {
  readonly title: string;
  readonly payload: string;
}

export interface MessageLink {
  readonly label: string;
  readonly url: string;
}

/** Opens a page, sends its payload back, or calls. */
export type MessageButton =
  | ({ readonly kind: 'link' } & MessageLink)
  | ({ readonly kind: 'postback' } & QuickReply)
  | { readonly kind: 'call'; readonly title: string; readonly phone: string };

/** `alt` says what it shows; empty: nobody said. */
export interface Media {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly url: string;
  readonly alt: string;
}

export interface Card {
  readonly title: string;
  readonly text: string;
  readonly image: string | null;
  readonly button: MessageButton | null;
}

/** Who made a message: a step of a flow, a rule of Heyword's own, or a person. */
export type SpokenBy =
  | { readonly kind: 'flow'; readonly flow: string; readonly step: string }
  | { readonly kind: 'system'; readonly rule: string }
  | { readonly kind: 'agent'; readonly name: string };

/** One message of a story. Direction is the server's: `in` came from the follower. `at` in epoch milliseconds. */
export interface StoryMessage {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly at: number;
  readonly state: DeliveryState | null;
  readonly stateReason: string | null;
  readonly quickReplies: readonly QuickReply[];
  readonly link: MessageLink | null;
  readonly buttons: readonly MessageButton[];
  readonly media: Media | null;
  readonly cards: readonly Card[];
  /** It is on its way, and the follower sees the business typing. */
  readonly isTyping: boolean;
  /** It stands under the follower's comment, for everybody to read. */
  readonly isPublic: boolean;
  readonly spokenBy: SpokenBy | null;
}

export interface OpenHandoff {
  readonly team: string;
  readonly reason: string;
}

/** `GET /simulator/contacts/:name`: the whole conversation, oldest message first. */
export interface Story {
  readonly name: string;
  readonly owner: 'bot' | 'human' | 'other';
  readonly stopped: boolean;
  readonly handoff: OpenHandoff | null;
  readonly messages: readonly StoryMessage[];
}

/** `POST /webhooks/simulator`. The server takes an id once, so that sending the same body again is safe. */
export interface InboundBody {
  readonly contact: string;
  readonly id: string;
  readonly text?: string;
  readonly quickReply?: string;
  readonly postback?: { readonly title: string; readonly payload: string };
  readonly ref?: string;
  readonly storyReply?: boolean;
  readonly storyMention?: boolean;
  readonly ad?: string;
  readonly comment?: { readonly text: string; readonly postId?: string };
}
