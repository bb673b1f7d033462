import type { MessageReceived } from '../../../core/platform-event.js';
import { cleanText } from '../../clean-text.js';
import { asFields, type Fields, readCount, readId, readText } from '../../fields.js';
import { readAttachment } from './attachment.js';
import { readCommand } from './command.js';
import { readRichWords } from './rich-text.js';
import { isBot, momentOf, type NotUnderstood, privateContact, type ReadKind } from './reading.js';

/**
 * `message`: words, a command, or something sent along. A forwarded one is what its sender says to us like any other.
 *
 * The id of a message is Telegram's own, which counts within one chat: it is always looked up within the conversation.
 */
export const readMessage: ReadKind = (message, receivedAt) => {
  const opened = openMessage(message);
  if ('reason' in opened) return opened;
  const { platformMessageId, ...chat } = opened;
  const occurredAt = momentOf(message['date'], receivedAt);
  const written = readText(message['text']);
  const command = written === null ? null : readCommand(written, { occurredAt, platformMessageId });
  if (command !== null) return { ...chat, content: command };
  const { text, attachments } = readContent(message, written);
  if (text === '' && attachments.length === 0) return { reason: 'a service message' };
  return {
    ...chat,
    content: {
      kind: 'messageReceived',
      occurredAt,
      platformMessageId,
      text,
      quickReply: null,
      storyReply: null,
      replyTo: readId(asFields(message['reply_to_message'])?.['message_id']),
      referral: null,
      attachments,
    },
  };
};

/** `edited_message`: new words. What changed otherwise, such as the place of a live location, is nothing that was said. */
export const readEdit: ReadKind = (message, receivedAt) => {
  const opened = openMessage(message);
  if ('reason' in opened) return opened;
  const { platformMessageId, ...chat } = opened;
  const text = readText(message['text']) ?? readText(message['caption']) ?? richWords(message);
  // Without the new words nothing may be overwritten.
  if (text === null) return { reason: 'an edit without words' };
  const occurredAt = momentOf(message['edit_date'] ?? message['date'], receivedAt);
  const edition = readCount(message['edit_date']) ?? Math.floor(occurredAt / 1000);
  return { ...chat, content: { kind: 'messageEdited', occurredAt, platformMessageId, text, edition } };
};

function readContent(message: Fields, written: string | null): Pick<MessageReceived, 'text' | 'attachments'> {
  const rich = readRichWords(message);
  const text = written ?? readText(message['caption']) ?? cleanText(rich.words);
  const attachment = rich.words !== '' && !rich.hasMedia ? 'none' : readAttachment(message);
  return { text, attachments: attachment === 'none' ? [] : [attachment] };
}

function richWords(message: Fields): string | null {
  const { words } = readRichWords(message);
  return words === '' ? null : cleanText(words);
}

interface OpenedMessage {
  readonly contactId: string;
  readonly platformMessageId: string;
}

/** Whose it is, where it is a person's who writes to the bot in private. */
function openMessage(message: Fields): OpenedMessage | NotUnderstood {
  if (isBot(message['from'])) return { reason: 'said by a bot' };
  if (message['business_connection_id'] != null) return { reason: 'of a business account' };
  const chat = privateContact(message);
  if ('reason' in chat) return chat;
  const platformMessageId = readId(message['message_id']);
  return platformMessageId === null ? { reason: 'a message without an id' } : { ...chat, platformMessageId };
}
