import type { RenewableToken, TokenRenewal } from '../channel.js';
import type { Answered } from '../failure.js';
import { asFields, readCount, readText } from '../fields.js';
import type { Transport } from '../transport.js';

/**
 * A new access token for the next two hours, by the refresh token that came with the last one. X gives a new refresh token
 * with it, and the old one counts no more: whoever asks keeps both before they use either.
 *
 * Source: X, OAuth 2.0, refresh tokens (platforms reference §8.3).
 */
export async function renewXToken(
  { transport, baseUrl }: { readonly transport: Transport; readonly baseUrl: string },
  { account: { client }, refreshToken, now }: RenewableToken,
  signal: AbortSignal,
): Promise<TokenRenewal> {
  if (client === undefined || refreshToken === null) {
    return {
      ok: false,
      isFinal: true,
      explanation: 'client_id and refresh_token are needed to renew the token of X.',
    };
  }
  const answer = await transport.call({
    method: 'POST',
    baseUrl,
    path: '/2/oauth2/token',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(client.secret === undefined ? {} : { authorization: `Basic ${basic(client.id, client.secret)}` }),
    },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: client.id,
    }).toString(),
    signal,
  });
  if (answer.kind !== 'answered') {
    return { ok: false, isFinal: false, explanation: `X gave no answer (${answer.cause}).` };
  }
  return readRenewal(answer, refreshToken, now);
}

function basic(id: string, secret: string): string {
  return Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
}

function readRenewal({ status, body }: Answered, refreshToken: string, now: number): TokenRenewal {
  const fields = asFields(body);
  const token = readText(fields?.['access_token']);
  if (status === 200 && token !== null && token !== '') {
    const seconds = readCount(fields?.['expires_in']);
    return {
      ok: true,
      token,
      refreshToken: readText(fields?.['refresh_token']) ?? refreshToken,
      expiresAt: seconds === null ? null : now + seconds * 1000,
    };
  }
  // Refused for good: the refresh token was used before or revoked, or the client is another one.
  const isFinal = status === 400 || status === 401 || status === 403;
  const explanation = isFinal
    ? `X takes the refresh token no more (status ${status}): authorise the account again.`
    : `X did not renew the token (status ${status}).`;
  return { ok: false, isFinal, explanation };
}
