import { asFields, type Fields, objectsIn, readId, readText, readTime } from '../../fields.js';
import type { ParsedContent } from '../../channel.js';
import { type Activity, type Outcome, skip } from './activity.js';
import { readAttachments } from './attachment.js';

/**
 * One of `direct_message_events`. What the account itself wrote is the echo of our own message or of a person's. The same
 * message comes in each form that is subscribed to, so its key is its own id.
 *
 * Source: X Activity API, dm.received, dm.sent; Account Activity API (platforms reference §8.2).
 */
export function readDirectMessage(event: Fields, { accountId, receivedAt }: Activity): Outcome {
  if (accountId === null) return skip('an event of no account');
  if (event['type'] !== 'message_create') return skip('no message');
  const id = readId(event['id']);
  const created = asFields(event['message_create']);
  const data = asFields(created?.['message_data']);
  if (id === null || created === null || data === null) return skip('a message without an id or content');
  const { contactId, isOwn } = sidesOf(created, accountId);
  if (contactId === null) return skip('no contact is named');
  if (contactId === accountId) return skip('a note to self');
  const occurredAt = Math.min(readTime(event['created_timestamp']) ?? receivedAt, receivedAt);
  const message = { occurredAt, platformMessageId: id, text: readText(data['text']) ?? '' };
  const content = isOwn ? echoed(message, created, data) : received(message, data);
  return { update: { channel: 'x', accountId, contactId, key: `dm:${id}`, content } };
}

interface Sides {
  readonly contactId: string | null;
  /** Whether the account itself wrote it. */
  readonly isOwn: boolean;
}

function sidesOf(created: Fields, accountId: string): Sides {
  const sender = readId(created['sender_id']);
  const isOwn = sender === accountId;
  return { isOwn, contactId: isOwn ? readId(asFields(created['target'])?.['recipient_id']) : sender };
}

interface Message {
  readonly occurredAt: number;
  readonly platformMessageId: string;
  readonly text: string;
}

/**
 * X takes nothing of ours along: a message is known by its id, or by its words where our send has had no answer. So these
 * are as they were before X shortened the addresses in them.
 */
function echoed(message: Message, created: Fields, data: Fields): ParsedContent {
  return {
    kind: 'messageEchoed',
    ...message,
    text: withWholeAddresses(message.text, asFields(data['entities'])),
    appId: readId(created['source_app_id']),
    metadata: null,
    ownMessageId: null,
  };
}

function received(message: Message, data: Fields): ParsedContent {
  return {
    kind: 'messageReceived',
    ...message,
    quickReply: readText(asFields(data['quick_reply_response'])?.['metadata']),
    storyReply: null,
    replyTo: null,
    referral: null,
    attachments: readAttachments(data),
  };
}

function withWholeAddresses(text: string, entities: Fields | null): string {
  return objectsIn(entities?.['urls']).reduce((whole, { url, expanded_url: expanded }) => {
    const [short, long] = [readText(url) ?? '', readText(expanded) ?? ''];
    return short === '' || long === '' ? whole : whole.replaceAll(short, () => long);
  }, text);
}
