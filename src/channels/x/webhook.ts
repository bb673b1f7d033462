import { parseJson } from '../json.js';
import type { SigningAccount, Webhook } from '../webhook.js';
import { answerCrc } from './challenge.js';
import { parseActivity } from './parse.js';
import { verifyXSignature } from './signature.js';

/** A direct message has at most 10,000 characters. */
const bodyLimit = 1024 * 1024;

/** One address for all accounts; each consumer secret of any of them may have signed (platforms reference §8.1). */
export const xWebhook: Webhook = {
  name: 'x',
  isPerAccount: false,
  bodyLimit,
  answerChallenge: answerCrc,
  open: ({ body, header, accounts, receivedAt }) => {
    const secrets = secretsOf(accounts);
    if (secrets.length === 0) return { ok: false, reason: 'no_secret' };
    if (!verifyXSignature(body, header('x-twitter-webhooks-signature'), secrets)) {
      return { ok: false, reason: 'bad_signature' };
    }
    const json = parseJson(body);
    return json.ok
      ? { ok: true, delivery: parseActivity(json.value, receivedAt) }
      : { ok: false, reason: 'malformed' };
  },
};

function secretsOf(accounts: readonly SigningAccount[]): readonly string[] {
  const secrets = accounts.filter(({ channel }) => channel === 'x').flatMap((account) => account.secrets);
  return [...new Set(secrets)].filter((secret) => secret !== '');
}
