import type { OpenedUserRequest, UserRequestEnvelope } from '../webhook.js';
import { openSignedRequest } from './signed-request.js';

/**
 * Opens a form of one field, `signed_request`, by which Meta passes on what one of its users wants of an app: to be
 * deleted, or to have nothing more to do with it. Of all accounts those are meant whose app's secret has signed it.
 */
export function openUserRequest(
  { body, accounts, receivedAt }: UserRequestEnvelope,
  secrets: readonly string[],
): OpenedUserRequest {
  if (secrets.length === 0) return { ok: false, reason: 'no_secret' };
  const fields = new URLSearchParams(body.toString('utf8')).getAll('signed_request');
  const [text] = fields;
  if (text === undefined || fields.length > 1) return { ok: false, reason: 'malformed' };
  const opened = openSignedRequest(text, secrets, receivedAt);
  if (!opened.ok) return opened;
  const { userId, secret, signature } = opened.request;
  const meant = accounts.filter((account) => account.secrets.includes(secret));
  return { ok: true, userId, proof: signature, accounts: meant };
}
