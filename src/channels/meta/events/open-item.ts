import type { SupportedChannel } from '../../../core/channel.js';
import { asFields, type Fields, readId, readTime } from '../../fields.js';
import type { Item } from './item.js';

/** What the entry around an item says about it. */
export interface Origin {
  readonly channel: SupportedChannel;
  readonly accountId: string;
  /** When the entry was sent, epoch ms: stands in for items without a moment of their own. */
  readonly time: number | null;
  /** Our clock, epoch ms. */
  readonly receivedAt: number;
}

/**
 * Tells the two sides of a thread apart: the contact is who is not the account. In an echo they stand the other way
 * round. Null when nobody but the account is named, as in a notice about the whole page.
 */
export function openItem(fields: Fields, origin: Origin): Item | null {
  const { channel, accountId, receivedAt } = origin;
  const sender = readId(asFields(fields['sender'])?.['id']);
  const recipient = readId(asFields(fields['recipient'])?.['id']);
  const byOurSide = sender === accountId || asFields(fields['message'])?.['is_echo'] === true;
  const contactId = byOurSide && recipient !== accountId ? recipient : sender;
  if (contactId === null) return null;
  const time = readTime(fields['timestamp']) ?? origin.time;
  const occurredAt = Math.min(time ?? receivedAt, receivedAt);
  return { fields, channel, accountId, contactId, byOurSide, time, occurredAt };
}
