import { asFields, asList, readId, readText } from '../../fields.js';
import { isBot, momentOf, privateContact, type ReadKind } from './reading.js';

/** `message_reaction`: what now stands under a message of the chat; nothing: it was taken back. */
export const readReaction: ReadKind = (change, receivedAt) => {
  const chat = privateContact(change);
  if ('reason' in chat) return chat;
  if (isBot(change['user'])) return { reason: 'a reaction of a bot' };
  const platformMessageId = readId(change['message_id']);
  if (platformMessageId === null) return { reason: 'a reaction to no message' };
  const occurredAt = momentOf(change['date'], receivedAt);
  const [newest = null] = asList(change['new_reaction']).slice(-1);
  const reaction = newest === null ? null : (readText(asFields(newest)?.['emoji']) ?? 'other');
  return { ...chat, content: { kind: 'reactionChanged', occurredAt, platformMessageId, reaction } };
};
