import { type Fields, readId, readTime } from '../../fields.js';
import { type Activity, type Outcome, skip } from './activity.js';

/** One of `direct_message_mark_read_events`: everything up to a message has been read (platforms reference §8.2). */
export function readReadMark(event: Fields, { accountId, receivedAt }: Activity): Outcome {
  const reader = readId(event['sender_id']);
  const last = readId(event['last_read_event_id']);
  if (accountId === null || reader === null || last === null) return skip('a read mark of nobody or nothing');
  if (reader === accountId) return skip('a read mark of our own');
  const readAt = Math.min(readTime(event['created_timestamp']) ?? receivedAt, receivedAt);
  return {
    update: {
      channel: 'x',
      accountId,
      contactId: reader,
      key: `read:${reader}:${last}`,
      content: {
        kind: 'messagesRead',
        occurredAt: readAt,
        platformMessageIds: [last],
        upTo: readTime(event['created_timestamp']) === null ? null : readAt,
      },
    },
  };
}
