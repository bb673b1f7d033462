import type { AccountCare, AccountFinding } from '../channel.js';
import type { Asking } from '../meta/care/asking.js';
import { createCare } from '../meta/care/create-care.js';
import type { WantedFields } from '../meta/care/subscription.js';
import { checkInstagramToken, checkLinkedAccount, checkPageToken } from '../meta/care/token.js';
import type { Connect } from '../meta/connection.js';
import type { GraphClient } from '../meta/graph.js';
import { renewInstagramToken } from './renew-token.js';

/** Of the object `instagram` (platforms reference §4.2, §4.3). */
const needed = ['messages', 'messaging_postbacks'];
const wanted = [
  ...['message_reactions', 'messaging_referral', 'messaging_seen', 'messaging_handover', 'standby'],
  ...['comments', 'live_comments'],
];

/** Looks after an Instagram account, whichever way it is connected (platforms reference §4.1). */
export function careForInstagram(graph: GraphClient, connect: Connect): AccountCare {
  return createCare({
    graph,
    connect,
    platform: 'instagram',
    checkToken,
    permissions: (asking) => (isByFacebook(asking) ? byFacebookLogin : byInstagramLogin),
    fields,
    renewToken: (token, signal) => renewInstagramToken(graph, connect(token.account), token, signal),
  });
}

const byInstagramLogin = [
  'instagram_business_basic',
  'instagram_business_manage_messages',
  'instagram_business_manage_comments',
];
const byFacebookLogin = [
  ...['instagram_basic', 'instagram_manage_messages', 'instagram_manage_comments'],
  ...['pages_manage_metadata', 'pages_messaging'],
];

function isByFacebook({ account }: Asking): boolean {
  return account.page !== undefined;
}

async function checkToken(asking: Asking): Promise<readonly AccountFinding[]> {
  if (!isByFacebook(asking)) return [await checkInstagramToken(asking)];
  const token = await checkPageToken(asking);
  return token.severity === 'ok' ? [token, await checkLinkedAccount(asking)] : [token];
}

/**
 * By Facebook Login the page is subscribed, to whatever of its own; what Instagram delivers is then chosen for the whole
 * app. What a page of ours delivers already, Messenger's messages among it, stays.
 */
function fields(asking: Asking): WantedFields {
  return isByFacebook(asking)
    ? { node: asking.connection.node, needed: ['messages'], wanted: [] }
    : { node: 'me', needed, wanted };
}
