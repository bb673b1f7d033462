import type { Recipient, SendResult } from '../channel.js';
import { failureOfSilence } from '../failure.js';
import { asFields, readId } from '../fields.js';
import { classifyXAnswer } from './errors.js';
import { restAfter } from './rate-limit.js';
import type { XMessage } from './render.js';
import type { XApi } from './x-api.js';

/** Posts one message to a user. Source: X API v2, create a DM message (platforms reference §8.3). */
export async function sendThroughX(
  api: XApi,
  body: XMessage,
  { token, contactId }: Recipient,
  signal: AbortSignal,
): Promise<SendResult> {
  const path = ['2', 'dm_conversations', 'with', contactId, 'messages'];
  const answer = await api.call({ method: 'POST', path, body, token, signal });
  if (answer.kind !== 'answered') return failureOfSilence(answer);
  const platformMessageId = readId(asFields(asFields(answer.body)?.['data'])?.['dm_event_id']);
  const isSent = answer.status >= 200 && answer.status < 300 && platformMessageId !== null;
  if (!isSent) return classifyXAnswer(answer);
  const rest = restAfter(answer.headers, answer.at);
  return { kind: 'sent', platformMessageId, ...(rest === 0 ? {} : { rest }) };
}
