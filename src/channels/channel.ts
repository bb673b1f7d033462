import type { ChannelCapabilities, SupportedChannel } from '../core/channel.js';
import type { Profile } from '../core/conversation.js';
import type { PlatformEvent } from '../core/event.js';
import type { MessageBody } from '../core/message.js';

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
  /** Business key (platforms reference §1), unique within the account. */
  readonly key: string;
  readonly content: ParsedContent;
}

/** Something in a delivery that no event could be made of; logged without its text, answered 200. */
export interface SkippedUpdate {
  readonly reason: string;
  readonly object: string | null;
  readonly field: string | null;
}

export interface ParsedDelivery {
  readonly updates: readonly ParsedUpdate[];
  readonly skipped: readonly SkippedUpdate[];
}

/** What a send needs beside the message. The token never enters a log. */
export interface Recipient {
  readonly accountId: string;
  readonly token: string;
  readonly contactId: string;
}

/** Error classes of the platforms reference §9. */
export type SendErrorClass =
  'retry' | 'throttle' | 'window' | 'optout' | 'unreachable' | 'auth' | 'invalid' | 'policy' | 'unknown';

/** What became of one send. `unknown`: it may have arrived, and is never repeated blindly (P7). */
export type SendResult =
  | { readonly kind: 'sent'; readonly platformMessageId: string | null }
  | {
      readonly kind: 'failed';
      readonly class: SendErrorClass;
      /** For people: what happened, without ids, tokens or message text. */
      readonly explanation: string;
      /** How long the platform asks us to wait, ms; null: it does not say. */
      readonly retryAfter: number | null;
      /** Which sends a throttle holds back. */
      readonly scope: 'contact' | 'account';
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
  /** Shows the contact that we are typing; gone by itself, or with the next message. Where it fails nothing is lost. */
  showTyping(recipient: Recipient, signal: AbortSignal): Promise<void>;
  /** Asks for the contact's name; nulls where the platform does not tell or does not answer. */
  fetchProfile(recipient: Recipient, signal: AbortSignal): Promise<Profile>;
}

export interface OutboundMessage {
  readonly reference: string;
  readonly body: MessageBody;
  /** Where the links of the body lead: `PUBLIC_URL/l/`, behind which each puts its code. */
  readonly linkBase: string;
}
