import type { AccountAccess, AccountFinding, ExpectedSetup } from '../../channel.js';
import { problem, warning } from '../../finding.js';

/** What is subscribed to for each account: all that is read here, also that it cannot be read, or that access has ended. */
const events = ['dm.received', 'dm.sent', 'dm.read', 'chat.received', 'oauth.revoke'] as const;

/**
 * What is left to be done by hand: X lets only the app's own bearer token register a webhook and tie subscriptions to it,
 * and that one we do not have. Source: X, webhooks and Activity API (platforms reference §8.1, §8.2).
 */
export function nameSubscriptions(
  { accountId }: AccountAccess,
  { webhookUrl }: ExpectedSetup,
): readonly AccountFinding[] {
  const { protocol, port } = new URL(webhookUrl);
  if (protocol !== 'https:' || port !== '') {
    const text = `X delivers to https without a port only, and the webhook would be ${webhookUrl}.`;
    return [problem('webhook', text, 'Set PUBLIC_URL to the https:// address of this server.')];
  }
  return [
    byHand('webhook', 'A webhook is registered by the app’s own bearer token.', '/2/webhooks', {
      url: webhookUrl,
    }),
    ...events.map((event) =>
      byHand(
        'subscription',
        `${event} is subscribed to for the account at that webhook.`,
        '/2/activity/subscriptions',
        {
          event_type: event,
          filter: { user_id: accountId },
          webhook_id: '<id that /2/webhooks answered>',
        },
      ),
    ),
  ];
}

function byHand(subject: string, text: string, path: string, body: object): AccountFinding {
  return warning(subject, `${text} Heyword has no such token.`, `Call: POST ${path} ${JSON.stringify(body)}`);
}
