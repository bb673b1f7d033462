import type { Recipient, SendResult } from '../channel.js';
import { classifyAnswer, classifySilence } from './errors.js';
import type { PlatformAnswer } from '../exchange.js';
import { asFields, readId } from '../fields.js';
import type { GraphClient, GraphEndpoint } from './graph.js';

/** Posts one rendered message to the Send API in the name of the recipient's account. */
export async function sendThroughGraph(
  graph: GraphClient,
  endpoint: GraphEndpoint,
  recipient: Recipient,
  body: object,
  signal: AbortSignal,
): Promise<SendResult> {
  const answer = await post(graph, endpoint, recipient, body, signal);
  if (answer.kind !== 'answered') return classifySilence(answer);
  const platformMessageId = readId(asFields(answer.body)?.['message_id']);
  const sent = answer.status >= 200 && answer.status < 300 && platformMessageId !== null;
  return sent ? { kind: 'sent', platformMessageId } : classifyAnswer(answer, Date.now());
}

/**
 * Shows the typing indicator, which ends after 20 s or with the next message. How it was answered does not matter: what
 * is wrong with the account or the contact shows when the message itself is sent.
 *
 * Source: Meta, Send API, sender actions (platforms reference §3.3, §4.4).
 */
export async function showTypingThroughGraph(
  graph: GraphClient,
  endpoint: GraphEndpoint,
  recipient: Recipient,
  signal: AbortSignal,
): Promise<void> {
  const body = { recipient: { id: recipient.contactId }, sender_action: 'typing_on' };
  await post(graph, endpoint, recipient, body, signal);
}

function post(
  graph: GraphClient,
  endpoint: GraphEndpoint,
  { accountId, token }: Recipient,
  body: object,
  signal: AbortSignal,
): Promise<PlatformAnswer> {
  return graph.call({ method: 'POST', endpoint, path: [accountId, 'messages'], body, token, signal });
}
