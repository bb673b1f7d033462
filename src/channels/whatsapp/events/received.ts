import { type Fields, readId } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import type { Reading } from '../../meta/events/item.js';

/** One message of a contact, before it is known what it is. */
export interface Received {
  readonly fields: Fields;
  /** wamid: that of an edit or a reaction is its own, not that of what it changes. */
  readonly id: string;
  readonly type: string;
  readonly occurredAt: number;
  /** What the contact calls themselves; null: it is not told. */
  readonly name: string | null;
}

export type ReadReceived = (received: Received) => Reading;

/** Every message is known by its own id (platforms reference §1). */
export function messageKey(id: string): string {
  return `message:${id}`;
}

/** Something that nothing acts on, kept as it came. */
export const notice: ReadReceived = (received) => noticeAs(received.type, received);

export function noticeAs(type: string, { id, fields, type: key, occurredAt }: Received): Reading {
  return {
    key: messageKey(id),
    content: { kind: 'platformNoticed', occurredAt, type, payload: keepPayload(fields[key]) },
  };
}

/** The message that an edit or a taking back is about. */
export function readOriginal(body: Fields | null): string | null {
  return readId(body?.['original_message_id']);
}
