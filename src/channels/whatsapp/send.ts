import type { OutboundMessage, Recipient, SendResult } from '../channel.js';
import type { PlatformAnswer } from '../exchange.js';
import { asFields, asList, readId } from '../fields.js';
import { classifyAnswer } from '../meta/errors.js';
import { failureOfSilence } from '../failure.js';
import type { GraphClient, GraphEndpoint } from '../meta/graph.js';
import { readRest } from '../meta/waiting-time.js';
import { readPhone } from './contact-ids.js';
import { meaningOf } from './error-table.js';
import { renderWhatsApp } from './render.js';

/** Where the number's messages go out. */
export interface Line {
  readonly graph: GraphClient;
  readonly endpoint: GraphEndpoint;
}

/**
 * Posts one message in the name of the recipient's number. That it is held for an assessment of its quality, or its
 * template's pacing, is no matter of ours: a status says what becomes of it.
 *
 * Source: Meta, WhatsApp Cloud API, messages (platforms reference §6.5, §9.2, §9.3).
 */
export async function sendOnWhatsApp(
  line: Line,
  message: OutboundMessage,
  recipient: Recipient,
  signal: AbortSignal,
): Promise<SendResult> {
  const answer = await post(line, recipient, renderWhatsApp(message, recipient.contactId), signal);
  if (answer.kind !== 'answered') return failureOfSilence(answer);
  const body = asFields(answer.body);
  const platformMessageId = readId(asFields(asList(body?.['messages'])[0])?.['id']);
  const isSent = answer.status >= 200 && answer.status < 300 && platformMessageId !== null;
  if (!isSent) return classifyAnswer(answer, meaningOf);
  const contactIds = reachedIds(asFields(asList(body?.['contacts'])[0]));
  const rest = readRest(answer.headers);
  return {
    kind: 'sent',
    platformMessageId,
    ...(contactIds.length === 0 ? {} : { contactIds }),
    ...(rest === null ? {} : { rest }),
  };
}

/** What WhatsApp calls whom it reached: the number as it is registered can be spelled differently from the one dialled. */
function reachedIds(contact: Readonly<Record<string, unknown>> | null): readonly string[] {
  return [readPhone(contact?.['wa_id']), readId(contact?.['user_id'])].filter((id) => id !== null);
}

/**
 * Marks the contact's last message as read and shows the typing indicator, which ends after 25 s or with the next
 * message. Without that message's id there is nothing to show it by. How it was answered does not matter: what is wrong
 * with the account or the contact shows when the message itself is sent.
 *
 * Source: Meta, WhatsApp Cloud API, typing indicators (platforms reference §6.5).
 */
export async function showTypingOnWhatsApp(
  line: Line,
  recipient: Recipient,
  signal: AbortSignal,
): Promise<void> {
  const { lastMessageId } = recipient;
  if (lastMessageId === undefined) return;
  const sign = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: lastMessageId,
    typing_indicator: { type: 'text' },
  };
  await post(line, recipient, sign, signal);
}

function post(
  { graph, endpoint }: Line,
  { accountId, token }: Recipient,
  body: object,
  signal: AbortSignal,
): Promise<PlatformAnswer> {
  return graph.call({ method: 'POST', endpoint, path: [accountId, 'messages'], body, token, signal });
}
