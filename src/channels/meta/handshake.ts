import { isSameSecret } from '../same-secret.js';

/** `challenge` is the whole answer, as plain text: it is a string even where it looks like a number. */
export type Handshake =
  | { readonly ok: true; readonly challenge: string }
  | { readonly ok: false; readonly reason: 'malformed' | 'wrong_mode' | 'wrong_token' };

const CHALLENGE_LIMIT = 1000;

/**
 * Meta's question whether this address is ours: `hub.mode`, `hub.verify_token` and `hub.challenge` of the query. A
 * parameter that is missing or repeated (an array, once parsed) is no question of Meta's; without a verify token of our
 * own nobody is answered.
 *
 * Source: Meta, "Webhooks: verification requests" (platforms reference §2.2).
 */
export function answerHandshake(query: Readonly<Record<string, unknown>>, verifyToken: string): Handshake {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  if (typeof mode !== 'string' || typeof token !== 'string' || !isChallenge(challenge)) {
    return { ok: false, reason: 'malformed' };
  }
  if (mode !== 'subscribe') return { ok: false, reason: 'wrong_mode' };
  if (verifyToken === '' || !isSameSecret(token, verifyToken)) return { ok: false, reason: 'wrong_token' };
  return { ok: true, challenge };
}

function isChallenge(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= CHALLENGE_LIMIT;
}
