import { asFields, readId, readTime } from '../../fields.js';
import { type Activity, type Outcome, skip } from './activity.js';

/** An encrypted chat: only X's own apps can show what it says. */
export function readEncrypted({ accountId, eventId, payload, receivedAt, type }: Activity): Outcome {
  const sender = readId(payload['sender_id']);
  if (accountId === null || eventId === null || sender === null || sender === accountId) {
    return skip('an encrypted message, which only X can show');
  }
  return {
    update: {
      channel: 'x',
      accountId,
      contactId: sender,
      key: `event:${eventId}`,
      content: {
        kind: 'platformNoticed',
        occurredAt: Math.min(readTime(payload['created_at_msec']) ?? receivedAt, receivedAt),
        type: 'encrypted_message',
        payload: { event: type, note: 'An encrypted message has come, which only X can show: open X.' },
      },
    },
  };
}

/** The user has taken back what they allowed the app: nothing can be sent or heard any more. */
export function readRevoke({ accountId, payload, receivedAt }: Activity): Outcome {
  const revoke = asFields(asFields(payload['user_event'])?.['revoke']);
  const of = readId(asFields(revoke?.['source'])?.['user_id']) ?? accountId;
  if (of === null) return skip('a revocation of no account');
  return {
    notice: {
      channel: 'x',
      accountId: of,
      kind: 'access_revoked',
      explanation: 'The user of the account has revoked the app’s access: authorise it again.',
      occurredAt: receivedAt,
    },
  };
}
