import { createHmac, timingSafeEqual } from 'node:crypto';
import { asFields, readId, readTime } from '../fields.js';
import { parseJson } from '../json.js';

/** How old a signed request may be, ms: it is sent at once, and one that somebody has kept proves nothing. */
const LONGEST_AGE = 3_600_000;

/** How far Meta's clock may be ahead of ours, ms. */
const CLOCK_DRIFT = 300_000;

export interface SignedRequest {
  /** As the app knows them; no id of a chat. */
  readonly userId: string;
  /** Which of our secrets it was signed with. */
  readonly secret: string;
  /** Known to nobody but us, Meta and whoever Meta tells; the same as often as it is sent. */
  readonly signature: string;
}

export type OpenedSignedRequest =
  | { readonly ok: true; readonly request: SignedRequest }
  | { readonly ok: false; readonly reason: 'malformed' | 'bad_signature' | 'stale' };

const SIGNED = /^([A-Za-z0-9_-]{43})=?\.([A-Za-z0-9_-]{1,4096}={0,2})$/;

/**
 * Opens what Meta signs about one of its users: `base64url(signature) "." base64url(json)`, the signature an HMAC-SHA256
 * with the app's secret over the second part as it is written. Every secret is tried, so that the time taken does not tell
 * which one fits; nothing of the JSON is looked at before one does.
 *
 * `now` is our clock, epoch ms.
 *
 * Source: Meta, "Data deletion request callback" and "Deauthorize callback" (platforms reference §12).
 */
export function openSignedRequest(
  text: string,
  secrets: readonly string[],
  now: number,
  longestAge = LONGEST_AGE,
): OpenedSignedRequest {
  const [, signature, encoded] = SIGNED.exec(text) ?? [];
  if (signature === undefined || encoded === undefined) return { ok: false, reason: 'malformed' };
  const secret = findSecret(signature, encoded, secrets);
  if (secret === null) return { ok: false, reason: 'bad_signature' };
  const claim = readClaim(encoded);
  if (claim === null) return { ok: false, reason: 'malformed' };
  const { userId, issuedAt } = claim;
  const isFresh = now - issuedAt <= longestAge && issuedAt - now <= CLOCK_DRIFT;
  return isFresh ? { ok: true, request: { userId, secret, signature } } : { ok: false, reason: 'stale' };
}

/** What is signed: who, and when (epoch ms). */
function readClaim(encoded: string): { readonly userId: string; readonly issuedAt: number } | null {
  const json = parseJson(Buffer.from(encoded, 'base64url'));
  const fields = json.ok ? asFields(json.value) : null;
  const userId = readId(fields?.['user_id']);
  const issuedAt = readTime(fields?.['issued_at']);
  if (fields?.['algorithm'] !== 'HMAC-SHA256' || userId === null || issuedAt === null) return null;
  return { userId, issuedAt };
}

/** The secret that the signature was made with; null: none of ours. */
function findSecret(signature: string, encoded: string, secrets: readonly string[]): string | null {
  const given = Buffer.from(signature, 'base64url');
  let found: string | null = null;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(encoded).digest();
    const matches = timingSafeEqual(expected, given);
    if (matches && secret !== '') found ??= secret;
  }
  return found;
}
