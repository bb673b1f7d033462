import { asList, type Fields, readId, readTime } from '../../fields.js';
import type { Item, NotUnderstood, ReadEvent } from './item.js';

const FOR_NOTHING: NotUnderstood = { reason: 'a receipt that names no message and no moment' };

/** `delivery`: the named messages, and everything up to the watermark, have reached the contact. */
export const readDelivery: ReadEvent = (delivery, item) => {
  const receipt = readReceipt(delivery, asList(delivery['mids']));
  if (receipt === null) return FOR_NOTHING;
  return {
    key: receiptKey('delivery', receipt, item),
    content: { kind: 'messagesDelivered', occurredAt: item.occurredAt, ...receipt },
  };
};

/** `read`: Messenger gives a watermark, Instagram the message. */
export const readRead: ReadEvent = (read, item) => {
  const receipt = readReceipt(read, [read['mid']]);
  if (receipt === null) return FOR_NOTHING;
  return {
    key: receiptKey('read', receipt, item),
    content: { kind: 'messagesRead', occurredAt: item.occurredAt, ...receipt },
  };
};

interface Receipt {
  readonly platformMessageIds: readonly string[];
  readonly upTo: number | null;
}

function readReceipt(fields: Fields, mids: readonly unknown[]): Receipt | null {
  const platformMessageIds = mids.flatMap((mid) => readId(mid) ?? []);
  const upTo = readTime(fields['watermark']);
  return platformMessageIds.length === 0 && upTo === null ? null : { platformMessageIds, upTo };
}

function receiptKey(kind: string, { platformMessageIds, upTo }: Receipt, item: Item): string {
  return `${kind}:${item.contactId}:${upTo ?? ''}:${platformMessageIds.join(',')}`;
}
