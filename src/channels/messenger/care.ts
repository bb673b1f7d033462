import type { AccountCare } from '../channel.js';
import { createCare } from '../meta/care/create-care.js';
import { checkPageToken } from '../meta/care/token.js';
import type { Connect } from '../meta/connection.js';
import type { GraphClient } from '../meta/graph.js';

/** Of the object `page` (platforms reference §3.1, §5.1): messages, what becomes of ours, and comments. */
const needed = ['messages', 'messaging_postbacks'];
const wanted = [
  ...['message_echoes', 'message_deliveries', 'message_reads', 'message_reactions', 'message_edits'],
  ...['messaging_referrals', 'messaging_optins', 'messaging_handovers', 'standby'],
  ...['messaging_policy_enforcement', 'feed'],
];

/** Looks after a page. Its token does not expire, so that there is none to renew. */
export function careForPages(graph: GraphClient, connect: Connect): AccountCare {
  return createCare({
    graph,
    connect,
    platform: 'messenger',
    checkToken: async (asking) => [await checkPageToken(asking)],
    permissions: () => ['pages_messaging', 'pages_manage_metadata'],
    fields: ({ connection }) => ({ node: connection.node, needed, wanted }),
  });
}
