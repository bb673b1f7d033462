import type { Challenge, ChallengeAnswer, SigningAccount } from '../webhook.js';
import { signForX } from './signature.js';

/**
 * What X asks to have signed. Signing it takes the same key and algorithm as a delivery, so whoever could choose the text
 * could have a delivery signed: hence only what no JSON can be, since every body that counts begins with a brace.
 */
const token = /^[A-Za-z0-9+/=_-]{16,128}$/;

/**
 * X's question whether the address is ours (CRC). All accounts of one app share its consumer secret, so the first account's
 * present one answers. Where accounts of several apps are connected, each app registers the address with its account in
 * it: `/webhooks/x?account=<name or id>`.
 *
 * Source: X, webhooks: challenge-response check (platforms reference §8.1).
 */
export function answerCrc({ query, accounts }: Challenge): ChallengeAnswer {
  const { crc_token: asked, account } = query;
  // A plus sign that X did not escape has become a space by the time that the query is read.
  const text = typeof asked === 'string' ? asked.replaceAll(' ', '+') : '';
  const secret = secretOf(accounts, account);
  if (!token.test(text) || secret === null) return { ok: false };
  return { ok: true, type: 'json', body: JSON.stringify({ response_token: signForX(text, secret) }) };
}

function secretOf(accounts: readonly SigningAccount[], wanted: unknown): string | null {
  const asked = accounts.filter(
    ({ channel, name, id }) => channel === 'x' && (wanted === undefined || name === wanted || id === wanted),
  );
  const secrets = asked.flatMap((account) => account.secrets).filter((secret) => secret !== '');
  return secrets[0] ?? null;
}
