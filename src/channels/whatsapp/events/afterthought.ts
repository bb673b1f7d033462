import { asFields, readId, readText, readTime } from '../../fields.js';
import { messageKey, notice, readOriginal, type ReadReceived } from './received.js';
import { readSaid } from './said.js';

/** `reaction`: an emoji under a message; without one, it is taken back. */
export const readReaction: ReadReceived = ({ id, fields, occurredAt }) => {
  const reaction = asFields(fields['reaction']);
  const platformMessageId = readId(reaction?.['message_id']);
  if (platformMessageId === null) return { reason: 'a reaction to no message' };
  const emoji = readText(reaction?.['emoji']) ?? '';
  return {
    key: messageKey(id),
    content: {
      kind: 'reactionChanged',
      occurredAt,
      platformMessageId,
      reaction: emoji === '' ? null : emoji,
    },
  };
};

/** `edit`: new words for an older message, or a new caption. No editions are counted: their moments order them as well. */
export const readEdit: ReadReceived = (received) => {
  const { id, fields, occurredAt } = received;
  const edit = asFields(fields['edit']);
  const platformMessageId = readOriginal(edit);
  if (platformMessageId === null) return { reason: 'an edit of no message' };
  const text = readSaid(asFields(edit?.['message']) ?? {})?.text ?? '';
  // Without the new words nothing may be overwritten.
  if (text === '') return notice(received);
  const edition = Math.floor((readTime(fields['timestamp']) ?? occurredAt) / 1000);
  return {
    key: messageKey(id),
    content: { kind: 'messageEdited', occurredAt, platformMessageId, text, edition },
  };
};

/** `revoke`: the contact took a message back. */
export const readRevoke: ReadReceived = ({ id, fields, occurredAt }) => {
  const platformMessageId = readOriginal(asFields(fields['revoke']));
  if (platformMessageId === null) return { reason: 'the taking back of no message' };
  return { key: messageKey(id), content: { kind: 'messageUnsent', occurredAt, platformMessageId } };
};
