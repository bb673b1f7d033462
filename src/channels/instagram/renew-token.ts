import type { RenewableToken, TokenRenewal } from '../channel.js';
import { asFields, readCount, readText } from '../fields.js';
import type { Connection } from '../meta/connection.js';
import { classifyAnswer } from '../meta/errors.js';
import { failureOfSilence } from '../failure.js';
import type { GraphClient } from '../meta/graph.js';

const SECOND = 1_000;

/**
 * Renews the token of an account that is connected by Instagram Login for another 60 days. It must be a day old at least,
 * and not have expired: then nothing helps but a new login. A page's token, by Facebook Login, does not expire: it stays.
 *
 * This endpoint is the one that takes the token in its address: no other way is documented. We write no address to a log.
 *
 * Source: Meta, Instagram Platform, `GET /refresh_access_token`, which has no version (platforms reference §4.1).
 */
export async function renewInstagramToken(
  graph: GraphClient,
  { endpoint, token }: Connection,
  { account, now }: RenewableToken,
  signal: AbortSignal,
): Promise<TokenRenewal> {
  if (account.page !== undefined) return { ok: true, token, refreshToken: null, expiresAt: null };
  const answer = await graph.call({
    method: 'GET',
    endpoint: { ...endpoint, version: '' },
    path: ['refresh_access_token'],
    query: { grant_type: 'ig_refresh_token', access_token: token },
    token,
    signal,
  });
  if (answer.kind !== 'answered') return notRenewed(failureOfSilence(answer).explanation);
  const fields = asFields(answer.body) ?? {};
  const renewed = readText(fields['access_token']) ?? '';
  if (answer.status === 200 && renewed !== '') {
    const seconds = readCount(fields['expires_in']);
    const expiresAt = seconds === null ? null : now + seconds * SECOND;
    return { ok: true, token: renewed, refreshToken: null, expiresAt };
  }
  const { class: errorClass, explanation } = classifyAnswer(answer);
  return notRenewed(explanation, errorClass === 'auth');
}

function notRenewed(explanation: string, isFinal = false): TokenRenewal {
  return { ok: false, isFinal, explanation };
}
