/** A tappable answer. `payload` comes back when it is tapped; `title` when it is typed. */
export interface QuickReply {
  readonly title: string;
  readonly payload: string;
}

/** A link as a follower sees it: a button with a label, leading to our tracked address. */
export interface MessageLink {
  readonly label: string;
  /** Part of `/l/:code`; unique to this message, so a click names the message that earned it. */
  readonly code: string;
  /** Where `/l/:code` redirects: the workspace's own address with its UTM parameters. */
  readonly target: string;
  /** What a booking made behind it counts as, when the booking system reports the link's code and no more. */
  readonly outcome?: string;
}

export const mediaKinds = ['image', 'video', 'audio', 'file'] as const;

export type MediaKind = (typeof mediaKinds)[number];

/** A picture, film, sound or document, which the platform fetches from its address. */
export interface Media {
  readonly kind: MediaKind;
  /** https. */
  readonly url: string;
  /** What it shows, for those who do not see it; empty: nobody said. */
  readonly alt: string;
}

/** Opens a page, sends a payload back, or calls a number. */
export type MessageButton =
  | { readonly kind: 'link'; readonly link: MessageLink }
  | { readonly kind: 'postback'; readonly title: string; readonly payload: string }
  | { readonly kind: 'call'; readonly title: string; readonly phone: string };

/** One of several things that stand side by side. */
export interface Card {
  readonly title: string;
  /** Empty: none. */
  readonly text: string;
  /** Address of a picture. */
  readonly image: string | null;
  readonly button: MessageButton | null;
}

/**
 * What is said, in no platform's terms. Fits the limits of the conversation's channel, and is one request there: what the
 * channel cannot carry together stands in messages of its own.
 */
export interface MessageBody {
  /** Empty where the medium or the cards are the message. */
  readonly text: string;
  readonly quickReplies?: readonly QuickReply[];
  readonly link?: MessageLink;
  /** Under the text, after the link. */
  readonly buttons?: readonly MessageButton[];
  readonly media?: Media;
  readonly cards?: readonly Card[];
  /** What opens the list of quick replies, where the channel shows so many as one. */
  readonly listLabel?: string;
  /** The approved template that is sent instead, outside the reply window; `text` is how it reads. */
  readonly template?: MessageTemplate;
  /** How long to be seen typing before it is sent, ms. */
  readonly typing?: number;
  /** It stands under the contact's comment, where everybody reads it; left out: it is a direct message. */
  readonly isPublic?: boolean;
}

/** A message that the platform has approved beforehand, and what its gaps are filled with. */
export interface MessageTemplate {
  /** As the platform knows it. */
  readonly name: string;
  /** Exactly as it was approved, such as `en_US`. */
  readonly language: string;
  /** What fills {{1}}, {{2}} … of its body. */
  readonly parameters: readonly string[];
}

/** Every tracked link of a message, those of its buttons and cards included. */
export function linksOf({ link, buttons = [], cards = [] }: MessageBody): readonly MessageLink[] {
  const all = [...buttons, ...cards.map(({ button }) => button)];
  const linked = all.flatMap((button) => (button?.kind === 'link' ? [button.link] : []));
  return link === undefined ? linked : [link, ...linked];
}

/** Why a message may be sent (P6). Checked when it is decided and again when it is claimed. */
export type Basis =
  | { readonly kind: 'reply_window' }
  /** The one answer to STOP, START or HELP, which needs no other permission. */
  | { readonly kind: 'confirmation'; readonly of: 'stop' | 'start' | 'help' }
  /** The one private answer to a comment; `until` (our clock, epoch ms) the platform takes it. */
  | {
      readonly kind: 'private_reply';
      readonly commentId: string;
      readonly until: number;
      /** Whoever commented last is answered first, epoch ms; left out: as long before `until` as the platform takes one. */
      readonly commentedAt?: number;
    }
  /** An answer under a comment, for everybody to read. */
  | { readonly kind: 'public_reply'; readonly commentId: string }
  /** A person's answer inside the reply window. */
  | { readonly kind: 'person' }
  /** A person's answer after it, where the platform gives persons longer (Meta's HUMAN_AGENT); never automation's. */
  | { readonly kind: 'human_agent' }
  /** An approved template, which needs no reply window; promotional ones need consent to their topic. */
  | { readonly kind: 'template'; readonly topic: string | null }
  /** A message of a topic that the contact opted in to on Messenger, by the token that they got for it. */
  | {
      readonly kind: 'marketing_token';
      readonly topic: string;
      readonly token: string;
      readonly until: number;
    }
  /** A person's answer to a message that the contact wrote after STOP. */
  | { readonly kind: 'person_after_stop'; readonly answers: string };

/** `queued → sending → sent → delivered → read`, or one of the ends that are not delivery. */
export type MessageState =
  'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'cancelled' | 'not_sent';

/** Who speaks: the flow, the server itself (confirmations, what to expect), or a person. */
export type Speaker =
  | {
      readonly kind: 'flow';
      readonly flow: string;
      readonly version: string;
      readonly step: string;
      readonly runId: string;
    }
  | { readonly kind: 'system'; readonly rule: string }
  | {
      readonly kind: 'person';
      readonly name: string;
      /** The user's; left out: a program spoke for them, or it was said before this was kept. */
      readonly id?: string;
    };

/** Why a message was not sent (in words: `explainRefusal`). */
export const refusals = [
  'window_closed',
  'stopped',
  'owner_changed',
  'run_ended',
  'unreachable',
  'account_stopped',
  'channel_cannot',
  'basis_missing',
  'no_consent',
  'token_expired',
  'comment_gone',
  'comment_answered',
  'comment_expired',
  'erased',
  'unreadable',
] as const;

export type Refusal = (typeof refusals)[number];

/** A message on its way out. `id` is derived from the event that caused it. */
export interface OutgoingMessage {
  readonly id: string;
  readonly body: MessageBody;
  readonly basis: Basis;
  readonly speaker: Speaker;
  /** The event that caused it (P9). */
  readonly eventId: string;
  /** Ownership epoch under which it was decided (P5). */
  readonly epoch: number;
  readonly state: 'queued' | 'not_sent';
  readonly refusal?: Refusal;
  /** Whether it repeats what the contact said in confidence. */
  readonly isSensitive?: boolean;
}
