import type { SupportedChannel } from '../core/channel.js';
import type { ParsedDelivery } from './channel.js';

/** The last part of a webhook's address: `/webhooks/meta`. */
export type WebhookName = 'meta' | 'telegram' | 'x';

/**
 * Where a platform delivers what happens: how a delivery is proved and read. Nothing in here waits or knows of HTTP but
 * headers and bytes; the web server reads the body, keeps it bounded, and answers.
 */
export interface Webhook {
  readonly name: WebhookName;
  /** Whether each account has an address of its own, which ends with its name: `/webhooks/telegram/studio_bot`. */
  readonly isPerAccount: boolean;
  /** The most bytes of one delivery. */
  readonly bodyLimit: number;
  /** Answers the platform's question whether the address is ours (GET); left out: it asks none. */
  readonly answerChallenge?: (challenge: Challenge) => ChallengeAnswer;
  /** Proves a delivery over its bytes as they arrived, then reads it. Never throws, whatever the bytes. */
  readonly open: (envelope: Envelope) => OpenedDelivery;
  /**
   * Proves and reads what the platform passes on for one of its users, at addresses below this one: `/deauthorize` and
   * `/data-deletion`. Never throws; left out: it passes nothing on.
   */
  readonly openUserRequest?: (envelope: UserRequestEnvelope) => OpenedUserRequest;
}

/** A connected account as webhooks need it: whose secrets may have signed. */
export interface SigningAccount {
  readonly workspace: string;
  readonly channel: SupportedChannel;
  readonly name: string;
  /** The platform's id. */
  readonly id: string;
  /** The present one, and former ones while they are being replaced. */
  readonly secrets: readonly string[];
}

export interface Challenge {
  /** Parsed; a repeated parameter is an array. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly accounts: readonly SigningAccount[];
}

export type ChallengeAnswer =
  { readonly ok: true; readonly body: string; readonly type: 'text' | 'json' } | { readonly ok: false };

export interface Envelope {
  /** As it arrived. */
  readonly body: Buffer;
  /** Value of a header, by its name in any case; undefined: it is not there. */
  readonly header: (name: string) => string | undefined;
  /** The account that the address names; null where the webhook has one for all. */
  readonly account: string | null;
  /** All that are connected now; the same array as long as none has changed. */
  readonly accounts: readonly SigningAccount[];
  /** Our clock, epoch ms. */
  readonly receivedAt: number;
}

export type OpenedDelivery =
  | { readonly ok: true; readonly delivery: ParsedDelivery }
  | {
      readonly ok: false;
      /** `no_secret`: no account that could have signed is connected. */
      readonly reason: 'no_secret' | 'bad_signature' | 'malformed';
    };

export interface UserRequestEnvelope {
  /** A form, as it arrived. */
  readonly body: Buffer;
  /** All that are connected now; the same array as long as none has changed. */
  readonly accounts: readonly SigningAccount[];
  /** Our clock, epoch ms. */
  readonly receivedAt: number;
}

export type OpenedUserRequest =
  | {
      readonly ok: true;
      /** What the platform's app calls them, which their chats may not. */
      readonly userId: string;
      /** The same for the same request however often it is sent, and not to be guessed. */
      readonly proof: string;
      /** Those that it can be about. */
      readonly accounts: readonly SigningAccount[];
    }
  | {
      readonly ok: false;
      /** `stale`: it was signed too long ago to be new. */
      readonly reason: 'no_secret' | 'bad_signature' | 'malformed' | 'stale';
    };
