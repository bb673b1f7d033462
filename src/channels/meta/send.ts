import type { Recipient, SendResult } from '../channel.js';
import { classifyAnswer, classifySilence } from './errors.js';
import { asFields, readId } from './fields.js';
import type { GraphClient, GraphEndpoint } from './graph.js';

/** Posts one rendered message to the Send API in the name of the recipient's account. */
export async function sendThroughGraph(
  graph: GraphClient,
  endpoint: GraphEndpoint,
  recipient: Recipient,
  body: object,
  signal: AbortSignal,
): Promise<SendResult> {
  const { accountId, token } = recipient;
  const answer = await graph.call({
    method: 'POST',
    endpoint,
    path: [accountId, 'messages'],
    body,
    token,
    signal,
  });
  if (answer.kind !== 'answered') return classifySilence(answer);
  const platformMessageId = readId(asFields(answer.body)?.['message_id']);
  const sent = answer.status >= 200 && answer.status < 300 && platformMessageId !== null;
  return sent ? { kind: 'sent', platformMessageId } : classifyAnswer(answer, Date.now());
}
