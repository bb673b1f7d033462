import { readId, readText } from '../../fields.js';
import { type ReadEvent, threadMoment } from './item.js';
import { readReferral } from './referral.js';

/**
 * `postback`: a pressed button. Its payload is missing where another app owns the thread, its id in older versions. What is
 * fetched after a down-time shows it as a message of the same id, with its title for words: so they share a key.
 */
export const readPostback: ReadEvent = (postback, item) => {
  const mid = readId(postback['mid']);
  const payload = readText(postback['payload']) ?? '';
  return {
    key: mid === null ? `postback:${threadMoment(item)}:${payload}` : `message:${mid}`,
    content: {
      kind: 'postbackReceived',
      occurredAt: item.occurredAt,
      platformMessageId: mid,
      title: readText(postback['title']) ?? '',
      payload,
      referral: readReferral(postback['referral']),
    },
  };
};
