import { parseJson } from '../json.js';
import { isSameSecret } from '../same-secret.js';
import type { Envelope, OpenedDelivery, SigningAccount, Webhook } from '../webhook.js';
import { parseUpdate } from './parse.js';

/** Updates are a few kB; the longest text has 4,096 characters. */
const bodyLimit = 1024 * 1024;

/**
 * One address for each bot, which ends with the account's name or the bot's id. Telegram signs nothing: the secret that it
 * was told with the webhook's address is the only proof, and only that of the addressed account counts.
 *
 * Telegram delivers what it is refused again and again, and the chat's later updates wait behind it: so whatever is proved
 * is taken, even where it is no JSON.
 *
 * Source: Telegram Bot API 10.1, setWebhook (platforms reference §7.1).
 */
export const telegramWebhook: Webhook = {
  name: 'telegram',
  isPerAccount: true,
  bodyLimit,
  open: (envelope) => {
    const addressed = envelope.accounts.filter((account) => isAddressed(account, envelope.account));
    if (addressed.every(({ secrets }) => secrets.every((secret) => secret === ''))) {
      return { ok: false, reason: 'no_secret' };
    }
    const account = provedAccount(addressed, envelope.header('x-telegram-bot-api-secret-token'));
    return account === null ? { ok: false, reason: 'bad_signature' } : read(envelope, account);
  },
};

function isAddressed({ channel, name, id }: SigningAccount, address: string | null): boolean {
  return channel === 'telegram' && (name === address || id === address);
}

/** Accounts of several workspaces can have one name. Every secret is tried, so that the time does not tell which fits. */
function provedAccount(accounts: readonly SigningAccount[], given = ''): SigningAccount | null {
  const proved = accounts.filter(({ secrets }) => {
    const fitting = secrets.filter((secret) => isSameSecret(secret, given) && secret !== '');
    return fitting.length > 0;
  });
  return proved[0] ?? null;
}

function read({ body, receivedAt }: Envelope, { id: accountId }: SigningAccount): OpenedDelivery {
  const json = parseJson(body);
  if (json.ok) return { ok: true, delivery: parseUpdate(json.value, { accountId, receivedAt }) };
  const reason = json.reason === 'malformed' ? 'no JSON' : 'JSON that is nested too deep';
  return { ok: true, delivery: { updates: [], skipped: [{ reason, object: null, field: null }] } };
}
