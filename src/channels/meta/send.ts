import type { Basis } from '../../core/message.js';
import type { SendResult } from '../channel.js';
import type { PlatformAnswer } from '../exchange.js';
import { asFields, readId } from '../fields.js';
import type { Connection } from './connection.js';
import { type MeaningOf, meaningForPrivateReply, meaningForPublicReply, meaningOf } from './error-table.js';
import { classifyAnswer } from './errors.js';
import { failureOfSilence } from '../failure.js';
import type { GraphClient } from './graph.js';
import { isStandIn } from './stand-in.js';
import { readRest } from './waiting-time.js';

export interface DirectMessage {
  /** Body of the Send API request. */
  readonly request: object;
  readonly basis: Basis;
}

/**
 * Posts one rendered message to the Send API. The answer to a private reply says who the author of the comment is in
 * direct messages; by a token or a plugin's reference it names nobody.
 *
 * Source: Meta, Send API, private replies (platforms reference §3.3, §4.4, §5.2).
 */
export async function sendDirectly(
  graph: GraphClient,
  connection: Connection,
  { request, basis }: DirectMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const isReply = basis.kind === 'private_reply';
  const answer = await post(graph, connection, [connection.node, 'messages'], request, signal);
  const result = read(answer, 'message_id', isReply ? meaningForPrivateReply : meaningOf);
  const reached =
    isReply && answer.kind === 'answered' ? readId(asFields(answer.body)?.['recipient_id']) : null;
  return result.kind === 'sent' && reached !== null ? { ...result, contactIds: [reached] } : result;
}

export interface PublicReply {
  readonly commentId: string;
  /** Instagram answers under `replies` (top-level comments only), Facebook under `comments`. */
  readonly edge: 'replies' | 'comments';
  readonly text: string;
}

/**
 * Answers a comment where everybody reads it.
 *
 * Source: Meta, Instagram Platform, comment moderation; Graph API, `/{object-id}/comments` (platforms reference §4.3, §5).
 */
export async function replyInPublic(
  graph: GraphClient,
  connection: Connection,
  { commentId, edge, text }: PublicReply,
  signal: AbortSignal,
): Promise<SendResult> {
  const answer = await post(graph, connection, [commentId, edge], { message: text }, signal);
  return read(answer, 'id', meaningForPublicReply);
}

/**
 * Marks what the contact wrote as read, then shows the typing indicator, which ends after 20 s or with the next message.
 * How they were answered does not matter: what is wrong with the account or the contact shows when the message is sent. Who
 * has no id yet has no chat in which it could be seen.
 *
 * Source: Meta, Send API, sender actions (platforms reference §3.3, §4.4).
 */
export async function showTypingThroughGraph(
  graph: GraphClient,
  connection: Connection,
  contactId: string,
  signal: AbortSignal,
): Promise<void> {
  if (isStandIn(contactId)) return;
  for (const action of ['mark_seen', 'typing_on']) {
    const sign = { recipient: { id: contactId }, sender_action: action };
    await post(graph, connection, [connection.node, 'messages'], sign, signal);
  }
}

function read(answer: PlatformAnswer, idKey: string, meaning: MeaningOf): SendResult {
  if (answer.kind !== 'answered') return failureOfSilence(answer);
  const platformMessageId = readId(asFields(answer.body)?.[idKey]);
  const isSent = answer.status >= 200 && answer.status < 300 && platformMessageId !== null;
  if (!isSent) return classifyAnswer(answer, meaning);
  const rest = readRest(answer.headers);
  return { kind: 'sent', platformMessageId, ...(rest === null ? {} : { rest }) };
}

function post(
  graph: GraphClient,
  { endpoint, token }: Connection,
  path: readonly string[],
  body: object,
  signal: AbortSignal,
): Promise<PlatformAnswer> {
  return graph.call({ method: 'POST', endpoint, path, body, token, signal });
}
