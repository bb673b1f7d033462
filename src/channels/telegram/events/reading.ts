import type { Acknowledgement, ParsedContent } from '../../channel.js';
import { asFields, type Fields, readId, readTime } from '../../fields.js';

/** What an update says, and in whose chat. */
export interface Understood {
  readonly contactId: string;
  readonly content: ParsedContent;
  readonly acknowledge?: Acknowledgement;
}

export interface NotUnderstood {
  /** For the log: why nothing comes of it. Without words, ids or names out of the payload. */
  readonly reason: string;
}

export type Reading = Understood | NotUnderstood;

/** Reads what stands under the key that names the kind of an update. `receivedAt` is our clock, epoch ms. */
export type ReadKind = (event: Fields, receivedAt: number) => Reading;

/**
 * The contact of a private chat, whose id is that of its user too; otherwise why it is none. What is said in groups and
 * channels is said to others as well.
 */
export function privateContact(event: Fields): { readonly contactId: string } | NotUnderstood {
  const chat = asFields(event['chat']);
  if (chat?.['type'] !== 'private') return { reason: 'not of a private chat' };
  const contactId = readId(chat['id']);
  return contactId === null ? { reason: 'a chat without an id' } : { contactId };
}

export function isBot(user: unknown): boolean {
  return asFields(user)?.['is_bot'] === true;
}

/** Telegram's clock counts seconds; nothing occurs after we received it. */
export function momentOf(time: unknown, receivedAt: number): number {
  return Math.min(readTime(time) ?? receivedAt, receivedAt);
}
