import { createHmac, randomUUID } from 'node:crypto';
import type { SignedBody } from './meta-payloads.js';

/** A delivery, or a part of one. */
export type Part = Readonly<Record<string, unknown>>;

let counted = 1_990_000_000_000_000_000n;

/** A new id of a direct message, too large for a number, as X makes them. */
export function newDmId(): string {
  counted += 1n;
  return String(counted);
}

export interface DmOptions {
  readonly id?: string;
  /** Epoch ms. */
  readonly at?: number;
  /** More of `message_data`. */
  readonly data?: Part;
  readonly sourceAppId?: string;
}

/** One of `direct_message_events`. */
export function directMessage(from: string, to: string, text: string, options: DmOptions = {}): Part {
  const { id = newDmId(), at = Date.now(), data, sourceAppId } = options;
  return {
    type: 'message_create',
    id,
    created_timestamp: String(at),
    message_create: {
      target: { recipient_id: to },
      sender_id: from,
      ...(sourceAppId === undefined ? {} : { source_app_id: sourceAppId }),
      message_data: { text, entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] }, ...data },
    },
  };
}

/** An event of the Activity API about an account. */
export function activity(accountId: string, type: string, payload: Part): Part {
  return {
    event_uuid: randomUUID(),
    filter: { user_id: accountId },
    event_type: type,
    tag: 'dm',
    payload,
  };
}

/** One delivery of the Activity API: of one event, or of several. */
export function delivery(...events: readonly Part[]): Part {
  return { data: events.length === 1 ? events[0] : events };
}

/** The deliveries that the chat of a user with an account produces. */
export function dmsBetween(accountId: string, contactId: string) {
  const users = { [contactId]: { id: contactId, name: 'Ada Lovelace', screen_name: 'ada' } };
  const received = (events: readonly Part[]): Part => ({ direct_message_events: events, users });
  return {
    accountId,
    contactId,
    says: (text: string, options?: DmOptions) =>
      delivery(
        activity(accountId, 'dm.received', received([directMessage(contactId, accountId, text, options)])),
      ),
    /** In the form of the Account Activity API. */
    saysAsBefore: (text: string, options?: DmOptions): Part => ({
      for_user_id: accountId,
      ...received([directMessage(contactId, accountId, text, options)]),
    }),
    isToldByUs: (text: string, options?: DmOptions) =>
      delivery(
        activity(accountId, 'dm.sent', received([directMessage(accountId, contactId, text, options)])),
      ),
  };
}

/** A delivery as it comes over the wire, signed with the consumer secret. */
export function signedByX(payload: unknown, secret: string): SignedBody {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-twitter-webhooks-signature': `sha256=${signature}` },
  };
}
