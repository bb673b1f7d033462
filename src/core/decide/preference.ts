import { marketing } from '../consent.js';
import type { PreferenceChanged } from '../platform-event.js';
import { recordConsent } from './consent.js';
import type { Draft } from './draft.js';

/**
 * The contact said in the platform's own settings whether they want what promotes. Of a topic alone where that is named by
 * its token; where we do not know the token any more, all of it is meant, to be safe. What they resume lifts the ban, and
 * no more: each topic stays as they left it.
 */
export function decidePreference(draft: Draft, { change, token }: PreferenceChanged): void {
  const { marketingTokens = [] } = draft.conversation;
  const known = token === null ? undefined : marketingTokens.find((one) => one.token === token);
  const isStop = change === 'stop';
  const purpose = isStop && known !== undefined ? known.topic : marketing;
  const facts = { notice: null, actor: 'contact', flow: null } as const;
  recordConsent(draft, { change: isStop ? 'withdrawn' : 'granted', purpose, ...facts });
  draft.note('preference', `${change}: ${purpose}`);
}
