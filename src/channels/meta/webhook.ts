import type { SupportedChannel } from '../../core/channel.js';
import { parseJson } from '../json.js';
import type { SigningAccount, Webhook } from '../webhook.js';
import { parseDelivery } from './envelope.js';
import { answerHandshake } from './handshake.js';
import { verifySignature } from './signature.js';
import { openUserRequest } from './user-request.js';

/** WhatsApp delivers up to 3 MB (platforms reference §2.5); more than this is nobody we know. */
const bodyLimit = 4 * 1024 * 1024;

const metaChannels: ReadonlySet<SupportedChannel> = new Set(['instagram', 'messenger', 'whatsapp']);

/**
 * One address for all of Meta's objects: instagram, page and whatsapp_business_account. Each app secret of any of their
 * accounts may have signed (platforms reference §2.3).
 */
export function createMetaWebhook(verifyToken: string): Webhook {
  const secretsOf = memoized(secretsIn);
  return {
    name: 'meta',
    isPerAccount: false,
    bodyLimit,
    answerChallenge: ({ query }) => {
      const handshake = answerHandshake(query, verifyToken);
      return handshake.ok ? { ok: true, body: handshake.challenge, type: 'text' } : { ok: false };
    },
    open: ({ body, header, accounts, receivedAt }) => {
      const secrets = secretsOf(accounts);
      if (secrets.length === 0) return { ok: false, reason: 'no_secret' };
      if (!verifySignature(body, header('x-hub-signature-256'), secrets)) {
        return { ok: false, reason: 'bad_signature' };
      }
      const json = parseJson(body);
      return json.ok
        ? { ok: true, delivery: parseDelivery(json.value, receivedAt) }
        : { ok: false, reason: 'malformed' };
    },
    openUserRequest: (envelope) => openUserRequest(envelope, secretsOf(envelope.accounts)),
  };
}

function secretsIn(accounts: readonly SigningAccount[]): readonly string[] {
  const signing = accounts.filter(({ channel }) => metaChannels.has(channel));
  return [...new Set(signing.flatMap(({ secrets }) => secrets))];
}

/** The accounts are the same array as long as none has changed: every delivery asks. */
function memoized<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
