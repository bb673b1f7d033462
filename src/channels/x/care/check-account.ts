import type { AccountAccess, AccountFinding } from '../../channel.js';
import { asFields, readId, readText } from '../../fields.js';
import { ok, problem, warning } from '../../finding.js';
import type { XApi } from '../x-api.js';

/**
 * Whose token it is, and whether it can be renewed. What the app is subscribed to X tells only to the app's own bearer
 * token, which we do not have. Source: X API v2, GET /2/users/me (platforms reference §8).
 */
export async function checkXAccount(
  api: XApi,
  account: AccountAccess,
  signal: AbortSignal,
): Promise<readonly AccountFinding[]> {
  return [await checkIdentity(api, account, signal), ...checkRenewal(account), scopes];
}

async function checkIdentity(
  api: XApi,
  { accountId, token }: AccountAccess,
  signal: AbortSignal,
): Promise<AccountFinding> {
  const answer = await api.call({ method: 'GET', path: ['2', 'users', 'me'], token, signal });
  if (answer.kind !== 'answered') {
    return problem(
      'token',
      `X gave no answer (${answer.cause}).`,
      'Try again; see that this machine reaches X.',
    );
  }
  if (answer.status === 401) return ended;
  const user = asFields(asFields(answer.body)?.['data']);
  const id = readId(user?.['id']);
  if (answer.status !== 200 || id === null) {
    const text = `X did not say whose token it is (status ${answer.status}).`;
    return problem('token', text, 'See that the token has users.read and tweet.read among its scopes.');
  }
  if (id === accountId) return ok('token', `The token is that of @${readText(user?.['username']) ?? id}.`);
  return problem(
    'token',
    'The token belongs to another user than the one whose id stands in workspace.yaml.',
    'Authorise the app as the account itself, or set its id.',
  );
}

const ended = problem(
  'token',
  'X does not accept the token: it has ended, after two hours, or was revoked.',
  'A running server renews it and keeps the new one, which is not looked at here; if that fails too, authorise again.',
);

function checkRenewal({ client }: AccountAccess): readonly AccountFinding[] {
  if (client !== undefined) return [];
  const text = 'The token cannot be renewed, and ends after two hours.';
  return [warning('token', text, 'Set client_id, client_secret and refresh_token in workspace.yaml.')];
}

const scopes = ok(
  'scopes',
  'X does not tell what a token may do: dm.read, dm.write, tweet.read, users.read and offline.access are needed.',
);
