import type { SupportedChannel } from '../core/channel.js';
import type { ChannelCapabilities } from '../core/channel-capabilities.js';
import type { Profile } from '../core/conversation.js';
import type { PlatformEvent } from '../core/platform-event.js';
import type { Basis, MessageBody } from '../core/message.js';

/** Removes `K` from each member of a union, not from what they have in common. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A platform's event before the store has given it an id and the engine a time of arrival. */
export type ParsedContent = Without<PlatformEvent, 'id' | 'receivedAt'>;

/** One thing out of a delivery: whose thread it belongs to, and the key that makes a repetition known. */
export interface ParsedUpdate {
  readonly channel: SupportedChannel;
  /** The platform's id of our page or professional account. */
  readonly accountId: string;
  /** The platform's id of the contact. */
  readonly contactId: string;
  /** What else the platform calls the same contact, here or until now; left out: nothing else. */
  readonly alsoKnownAs?: readonly string[];
  /** Business key (platforms reference §1), unique within the account. */
  readonly key: string;
  readonly content: ParsedContent;
  /** What the platform wants to be told once we have it, whatever it means; left out: nothing. */
  readonly acknowledge?: Acknowledgement;
}

/** Telegram shows a pressed button as busy until it is answered. */
export interface Acknowledgement {
  readonly kind: 'callback_query';
  readonly id: string;
}

/** Something that the platform says about an account of ours, and about nobody's chat. */
export interface AccountNotice {
  readonly channel: SupportedChannel;
  /** The account's own id, or that of the business it belongs to. */
  readonly accountId: string;
  readonly kind:
    | 'policy_enforced'
    | 'policy_lifted'
    | 'access_revoked'
    | 'template_changed'
    | 'quality_changed'
    | 'account_changed';
  /** For the operator, in words; nothing of any contact. */
  readonly explanation: string;
  /** Epoch ms. */
  readonly occurredAt: number;
}

/** Something in a delivery that no event could be made of; logged without its text, answered 200. */
export interface SkippedUpdate {
  readonly reason: string;
  readonly object: string | null;
  readonly field: string | null;
}

export interface ParsedDelivery {
  readonly updates: readonly ParsedUpdate[];
  /** Left out: none. */
  readonly notices?: readonly AccountNotice[];
  readonly skipped: readonly SkippedUpdate[];
}

/** In whose name a platform is called. The token never enters a log. */
export interface AccountAccess {
  readonly accountId: string;
  readonly token: string;
  /** The Facebook page behind an Instagram account that is connected by Facebook Login; left out: there is none. */
  readonly page?: string;
  /** The business that a WhatsApp number belongs to, which has the templates (its WABA id). */
  readonly business?: string;
  /** X: the app's OAuth 2.0 client, in whose name tokens are renewed; the secret is left out where it has none. */
  readonly client?: { readonly id: string; readonly secret?: string };
}

/** What a send needs beside the message. */
export interface Recipient extends AccountAccess {
  readonly contactId: string;
  /** The platform's id of the contact's last message, where a sign of ours must name it; left out: it is not known. */
  readonly lastMessageId?: string;
}

/** Error classes of the platforms reference §9. */
export type SendErrorClass =
  | 'retry'
  | 'throttle'
  | 'window'
  | 'optout'
  /** They want no marketing messages, and may be written to otherwise. */
  | 'marketing_optout'
  /** The platform lets nothing of the kind through for now; the contact is as reachable as before. */
  | 'withheld'
  | 'unreachable'
  | 'auth'
  | 'invalid'
  | 'policy'
  | 'unknown';

/** What became of one send. `unknown`: it may have arrived, and is never repeated blindly (P7). */
export type SendResult =
  | {
      readonly kind: 'sent';
      readonly platformMessageId: string | null;
      /** What the platform calls whom it reached, where that may be news: the commenter's id in messages, for one. */
      readonly contactIds?: readonly string[];
      /** How long the account had better rest before its next send, ms: its budget is nearly used up. */
      readonly rest?: number;
    }
  | {
      readonly kind: 'failed';
      readonly class: SendErrorClass;
      /** For people: what happened, without ids, tokens or message text. */
      readonly explanation: string;
      /** How long the platform asks us to wait, ms; null: it does not say. */
      readonly retryAfter: number | null;
      /** Which sends a throttle holds back: those of an app are all accounts' of the channel. */
      readonly scope: 'contact' | 'account' | 'app';
      /** The most tries that are worth it, the first included, where that is fewer than usual: the fault may last. */
      readonly mostTries?: number;
      /** It is about more than this message: the operator hears of it as of a notice of this kind. Left out: it is not. */
      readonly alert?: AccountNotice['kind'];
      /** The platform's own reference for this failure: for the log, and for its support. */
      readonly trace?: string;
    };

/** A way to reach followers. One folder a platform; only `app.ts` knows which there are. */
export interface Channel {
  readonly name: SupportedChannel;
  readonly capabilities: ChannelCapabilities;
  /**
   * Sends one message as one request. `reference` is our message's id; it travels as metadata where the platform echoes
   * it back. Never throws for what the platform or the network does: that is a result.
   */
  send(message: OutboundMessage, recipient: Recipient, signal: AbortSignal): Promise<SendResult>;
  /**
   * Shows the contact that we have read what they wrote and are typing; gone by itself, or with the next message. Where
   * it fails nothing is lost.
   */
  showTyping(recipient: Recipient, signal: AbortSignal): Promise<void>;
  /** Asks for the contact's name; nulls where the platform does not tell or does not answer. */
  fetchProfile(recipient: Recipient, signal: AbortSignal): Promise<Profile>;
  /** Tells the platform that something of it has arrived. Where it fails nothing is lost. */
  acknowledge?(acknowledgement: Acknowledgement, account: AccountAccess, signal: AbortSignal): Promise<void>;
  /** What was said while we could not listen, oldest first, each as its webhook would have told it. */
  readonly catchUp?: (gap: Gap, signal: AbortSignal) => AsyncIterable<readonly ParsedUpdate[]>;
  /** Looks after everything that an account needs to work. */
  readonly care?: AccountCare;
  /** Says who answers a thread, where several apps of an account may; left out: the platform knows nothing of the kind. */
  readonly threadControl?: ThreadControl;
  /** Opens something that was sent along. */
  readonly openMedia?: (wanted: WantedMedia, signal: AbortSignal) => Promise<OpenedMedia>;
}

/** Each of these is told to all apps of the account; ours hears it as an event. */
export interface ThreadControl {
  /** From now on we answer. */
  take(thread: Recipient, signal: AbortSignal): Promise<ControlResult>;
  /** From now on whoever sits in the platform's own inbox does. */
  passToInbox(thread: Recipient, signal: AbortSignal): Promise<ControlResult>;
  /** From now on whoever answers first does. */
  release(thread: Recipient, signal: AbortSignal): Promise<ControlResult>;
}

export type ControlResult =
  { readonly ok: true } | { readonly ok: false; /** For people. */ readonly explanation: string };

export interface OutboundMessage {
  readonly reference: string;
  readonly body: MessageBody;
  /** Why it may be sent; says whom it is addressed to where that is no chat (a comment, a token), and how. */
  readonly basis: Basis;
  /** Where the links of the body lead: `PUBLIC_URL/l/`, behind which each puts its code. */
  readonly linkBase: string;
}

/** A time in which deliveries may have been missed. */
export interface Gap {
  readonly account: AccountAccess;
  /** Epoch ms. */
  readonly since: number;
  /** Our clock, epoch ms. */
  readonly now: number;
}

/** Checks and sets up an account on its platform (`heyword account`), and keeps its token fresh. */
export interface AccountCare {
  /** Everything that can be found out about the account, good and bad, in the order in which it should be read. */
  check(
    account: AccountAccess,
    expected: ExpectedSetup,
    signal: AbortSignal,
  ): Promise<readonly AccountFinding[]>;
  /** Sets up what can be set up from here: subscriptions, webhook, menu and ice breakers. */
  subscribe(
    account: AccountAccess,
    expected: ExpectedSetup,
    signal: AbortSignal,
  ): Promise<readonly AccountFinding[]>;
  /** A new token in place of one that will expire; left out: the platform's do not, or cannot be renewed by us. */
  readonly renewToken?: (token: RenewableToken, signal: AbortSignal) => Promise<TokenRenewal>;
}

/** How the account is meant to be set up. */
export interface ExpectedSetup {
  /** `PUBLIC_URL` and the webhook's path. */
  readonly webhookUrl: string;
  /** What the platform proves itself by where we choose that: Telegram's secret token, Meta's verify token. */
  readonly webhookSecret: string;
  readonly templates: readonly ExpectedTemplate[];
  readonly menu: readonly { readonly title: string; readonly payload: string }[];
  readonly iceBreakers: readonly { readonly title: string; readonly payload: string }[];
  /** Our clock, epoch ms. */
  readonly now: number;
}

/** A template as the workspace declares it. */
export interface ExpectedTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'marketing' | 'utility';
  /** How it reads, gaps as {{1}}, {{2}} … */
  readonly body: string;
}

export interface AccountFinding {
  /** `ok`: as it should be; `warning`: works, but not for long or not wholly; `problem`: does not work. */
  readonly severity: 'ok' | 'warning' | 'problem';
  /** What was looked at, in a word or two: "token", "webhook". */
  readonly subject: string;
  /** What was found, in a sentence for people. */
  readonly text: string;
  /** What to do about it; left out: nothing. */
  readonly remedy?: string;
}

export interface RenewableToken {
  readonly account: AccountAccess;
  /** What a new one is asked for by, where that is not the token itself; null: it is. */
  readonly refreshToken: string | null;
  readonly now: number;
}

export type TokenRenewal =
  | {
      readonly ok: true;
      readonly token: string;
      readonly refreshToken: string | null;
      /** Epoch ms; null: it does not say. */
      readonly expiresAt: number | null;
    }
  | { readonly ok: false; readonly isFinal: boolean; readonly explanation: string };

export interface WantedMedia {
  readonly account: AccountAccess;
  readonly url: string | null;
  readonly mediaId: string | null;
}

export type OpenedMedia =
  | {
      readonly ok: true;
      readonly mimeType: string;
      /** Bytes; null: it is not told. */
      readonly size: number | null;
      readonly content: AsyncIterable<Uint8Array>;
    }
  | { readonly ok: false; readonly reason: 'expired' | 'foreign_host' | 'too_large' | 'unavailable' };
