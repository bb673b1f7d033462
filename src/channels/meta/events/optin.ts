import type { MarketingOptIn } from '../../../core/platform-event.js';
import { type Fields, readId, readText, readTime } from '../../fields.js';
import { type Item, type ReadEvent, type Reading, threadMoment } from './item.js';
import { notice } from './notice.js';

const MARKETING = 'notification_messages';

/**
 * `optin`: by a plugin on a page, or to Messenger's marketing messages, which the contact can also stop and resume in
 * Messenger itself. What else is opted in to is kept.
 *
 * Source: Meta, messaging_optins (platforms reference §3.1).
 */
export const readOptin: ReadEvent = (optin, item) => {
  const change = readChange(optin);
  if (change !== null) return readPreference(change, optin, item);
  if (optin['type'] === MARKETING) return readMarketing(optin, item);
  const type = optin['type'];
  return type === undefined || type === null ? readPlugin(optin, item) : notice('optin', optin, item);
};

function readPlugin(optin: Fields, item: Item): Reading {
  const ref = readText(optin['ref']);
  return {
    key: `optin:${threadMoment(item)}:${ref ?? ''}`,
    content: { kind: 'optedIn', occurredAt: item.occurredAt, ref, marketing: null },
  };
}

function readMarketing(optin: Fields, item: Item): Reading {
  const marketing = readToken(optin);
  // A token is all that such an opt-in is good for.
  if (marketing === null) return notice('optin', optin, item);
  return {
    key: `optin:${threadMoment(item)}:${marketing.token}`,
    content: { kind: 'optedIn', occurredAt: item.occurredAt, ref: readText(optin['ref']), marketing },
  };
}

function readToken(optin: Fields): MarketingOptIn | null {
  const token = readId(optin['notification_messages_token']);
  if (token === null) return null;
  return {
    token,
    payload: readText(optin['payload']) ?? '',
    title: readText(optin['title']) ?? '',
    expiresAt: readTime(optin['token_expiry_timestamp']),
  };
}

/** What the contact changed in Messenger; null: nothing. */
function readChange(optin: Fields): 'stop' | 'resume' | null {
  switch (optin['notification_messages_status']) {
    case 'STOP_NOTIFICATIONS':
      return 'stop';
    case 'RESUME_NOTIFICATIONS':
      return 'resume';
    default:
      return null;
  }
}

function readPreference(change: 'stop' | 'resume', optin: Fields, item: Item): Reading {
  const token = readId(optin['notification_messages_token']);
  return {
    key: `preference:${threadMoment(item)}:${change}:${token ?? ''}`,
    content: { kind: 'preferenceChanged', occurredAt: item.occurredAt, change, token },
  };
}
