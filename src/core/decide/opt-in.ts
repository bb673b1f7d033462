import { topicConsent } from '../consent.js';
import type { Decision } from '../decision.js';
import type { MarketingOptIn, OptedIn, ReferralReceived } from '../platform-event.js';
import type { Topic } from '../resources.js';
import { recordConsent } from './consent.js';
import { decideContactEvent } from './contact.js';
import { Draft } from './draft.js';
import { openWindow } from './heard.js';

const topicPrefix = 'topic:';

/** How long a token lasts where the platform does not say (platforms reference §10: a year), ms. */
const tokenLasts = 365 * 86_400_000;

/**
 * Decides an opt-in outside of the chat. A plugin's is like a link that was followed, by the ref of the page that it
 * stands on, and opens the reply window as the plugin does; one to marketing messages is kept, with its proof.
 */
export function decideOptIn(draft: Draft, event: OptedIn): Decision {
  const { ref, marketing } = event;
  if (marketing !== null) {
    keepToken(draft, event, marketing);
  } else if (ref !== null) {
    const referral = asReferral(event, ref);
    return decideContactEvent(new Draft(draft.workspace, draft.conversation, referral), referral);
  } else {
    openWindow(draft, event);
    draft.note('opt-in', 'by a plugin that names nothing');
  }
  return draft.decision('handled');
}

function asReferral({ id, occurredAt, receivedAt }: OptedIn, ref: string): ReferralReceived {
  const referral = { ref, source: 'PLUGIN', adId: null };
  return { kind: 'referralReceived', id, occurredAt, receivedAt, referral };
}

/** The ledger keeps what was agreed to in any case; the token is of use only where that counts. */
function keepToken(draft: Draft, { occurredAt }: OptedIn, optIn: MarketingOptIn): void {
  const topic = topicOf(draft, optIn.payload);
  if (topic === undefined) {
    draft.note('opt-in', 'it names no topic of the workspace: nothing is kept');
    return;
  }
  recordConsent(draft, {
    change: 'granted',
    purpose: topic.name,
    notice: optIn.title,
    actor: 'contact',
    flow: null,
  });
  const { consent, marketingTokens = [] } = draft.conversation;
  if (topicConsent(consent, topic.name)?.state !== 'granted') {
    draft.note('opt-in', `${topic.name}: older than what was withdrawn`);
    return;
  }
  const others = marketingTokens.filter((one) => one.topic !== topic.name && one.expiresAt > draft.now);
  const expiresAt = optIn.expiresAt ?? occurredAt + tokenLasts;
  draft.change({ marketingTokens: [...others, { topic: topic.name, token: optIn.token, expiresAt }] });
  draft.note('opt-in', `${topic.name}: may be written to by its token`);
}

function topicOf({ workspace }: Draft, payload: string): Topic | undefined {
  const name = payload.startsWith(topicPrefix) ? payload.slice(topicPrefix.length) : payload;
  return workspace.topics.get(name);
}
