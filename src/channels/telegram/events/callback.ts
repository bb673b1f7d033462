import { wordsOfPayload } from '../../../core/payload.js';
import type { ParsedContent } from '../../channel.js';
import { asFields, asList, type Fields, objectsIn, readId, readText } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { isBot, privateContact, type ReadKind } from './reading.js';

/**
 * `callback_query`: a press on a key under one of our messages. It must be acknowledged, whatever it means, or the key
 * looks busy. It carries no moment of its own: it occurs when it arrives.
 *
 * Source: Telegram Bot API 10.1, CallbackQuery (platforms reference §7.2).
 */
export const readCallback: ReadKind = (query, receivedAt) => {
  const id = readId(query['id']);
  if (id === null) return { reason: 'a press without an id' };
  if (isBot(query['from'])) return { reason: 'pressed by a bot' };
  const chat = chatOf(query);
  if ('reason' in chat) return chat;
  return {
    ...chat,
    content: readPress(query, { id, occurredAt: receivedAt }),
    acknowledge: { kind: 'callback_query', id },
  };
};

/** Where the message is gone, or was sent through inline mode, it is still known who pressed. */
function chatOf(query: Fields): ReturnType<typeof privateContact> {
  if (query['inline_message_id'] != null) return { reason: 'a press in another chat' };
  const message = asFields(query['message']);
  if (message !== null) return privateContact(message);
  const contactId = readId(asFields(query['from'])?.['id']);
  return contactId === null ? { reason: 'pressed by nobody' } : { contactId };
}

interface Press {
  readonly id: string;
  readonly occurredAt: number;
}

function readPress(query: Fields, { id, occurredAt }: Press): ParsedContent {
  const payload = readText(query['data']);
  if (payload === null) {
    return {
      kind: 'platformNoticed',
      occurredAt,
      type: 'press_without_payload',
      payload: keepPayload(query),
    };
  }
  const title = titleOf(payload, asFields(query['message']));
  // A press is no message and has no id of one; the id of the query is never that of a message either.
  const platformMessageId = `press:${id}`;
  if (!isQuickReply(payload)) {
    return { kind: 'postbackReceived', occurredAt, platformMessageId, title, payload, referral: null };
  }
  return {
    kind: 'messageReceived',
    occurredAt,
    platformMessageId,
    text: title,
    quickReply: payload,
    storyReply: null,
    replyTo: null,
    referral: null,
    attachments: [],
  };
}

/**
 * An answer that we offered: a choice of a question (`choicePayload`), or words. All other keys are buttons; so is what
 * stands for either in short (`shortenPayload`), since a button's payload is taken for an answer where it is one.
 */
function isQuickReply(payload: string): boolean {
  return payload.includes('#') || wordsOfPayload(payload) !== null;
}

/** What stood on the key; empty where the message is gone. */
function titleOf(payload: string, message: Fields | null): string {
  const rows = asList(asFields(message?.['reply_markup'])?.['inline_keyboard']);
  const pressed = rows.flatMap(objectsIn).find((key) => key['callback_data'] === payload);
  return readText(pressed?.['text']) ?? '';
}
