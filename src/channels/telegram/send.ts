import type { Recipient, SendResult } from '../channel.js';
import { type Answered, failureOfSilence } from '../failure.js';
import { asFields, readId } from '../fields.js';
import type { BotApi } from './bot-api.js';
import { classifyBotAnswer, readBotError } from './errors.js';
import type { TelegramCall } from './render.js';

/**
 * Sends one rendered message. Where Telegram says that the chat goes on under another id, nothing was sent, and it is sent
 * there at once; the result names the new id first, to which all later ones go.
 */
export async function sendThroughBot(
  api: BotApi,
  { method, body }: TelegramCall,
  { token, contactId }: Recipient,
  signal: AbortSignal,
): Promise<SendResult> {
  const answer = await api.call({ method, body, token, signal });
  if (answer.kind !== 'answered') return failureOfSilence(answer);
  const { migrateTo } = readBotError(answer);
  if (migrateTo === null || answer.status !== 400) return resultOf(answer);
  const moved = await api.call({ method, body: { ...body, chat_id: migrateTo }, token, signal });
  if (moved.kind !== 'answered') return failureOfSilence(moved);
  const result = resultOf(moved);
  return result.kind === 'sent' ? { ...result, contactIds: [migrateTo, contactId] } : result;
}

/** Telegram echoes nothing of ours: the id of the message, within its chat, is all that is known of it. */
function resultOf(answer: Answered): SendResult {
  const message = asFields(asFields(answer.body)?.['result']);
  const platformMessageId = readId(message?.['message_id']);
  const isSent = answer.status >= 200 && answer.status < 300 && platformMessageId !== null;
  return isSent ? { kind: 'sent', platformMessageId } : classifyBotAnswer(answer);
}
