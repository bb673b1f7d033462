import type { SupportedChannel } from '../../core/channel.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { placeAt, textAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

/** It stands in an address as it is. */
const nameInAddress = /^[A-Za-z0-9_-]{1,60}$/u;

/** Each bot has a webhook of its own, whose address ends with the account's name. */
export function checkAccountName(
  { channel, name }: { readonly channel: SupportedChannel; readonly name: string },
  place: Place,
  report: Report,
): void {
  if (channel !== 'telegram' || nameInAddress.test(name)) return;
  report.error(
    place,
    'bad-account-name',
    `"${name}" cannot stand in the address of the webhook: /webhooks/telegram/${name}`,
    { hint: 'Use letters, digits, _ and -, up to 60.' },
  );
}

interface Renewal {
  readonly channel: SupportedChannel;
  readonly client_id?: string | undefined;
  readonly refresh_token?: string | undefined;
}

/** An access token of X lives for two hours. */
export function checkRenewal(written: Renewal, node: SourceNode, report: Report): void {
  if (written.channel !== 'x') return;
  const missing = (['client_id', 'refresh_token'] as const).filter((key) => written[key] === undefined);
  if (missing.length === 0) return;
  report.warning(
    placeAt(node, ['token']),
    'token-not-renewed',
    `An access token of X lives for two hours; to renew it ${missing.map((key) => `"${key}"`).join(' and ')} must be there.`,
    {
      hint: 'Write client_id: $X_CLIENT_ID, client_secret: $X_CLIENT_SECRET and refresh_token: $X_REFRESH_TOKEN.',
    },
  );
}

/** Names are unique in the workspace, ids on their channel. */
export function checkRepeated(items: readonly SourceNode[], report: Report): void {
  reportRepeated(items, 'name', (item) => textAt(item, 'name'), report);
  reportRepeated(
    items,
    'id',
    (item) => {
      const id = textAt(item, 'id');
      return id && `${textAt(item, 'channel') ?? ''} ${id}`;
    },
    report,
  );
}

function reportRepeated(
  items: readonly SourceNode[],
  key: 'name' | 'id',
  valueOf: (item: SourceNode) => string | null,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const item of items) {
    const value = valueOf(item);
    if (value === null) continue;
    if (seen.has(value)) {
      report.error(placeAt(item, [key]), 'duplicate-account', `Another account has this ${key} already.`);
    }
    seen.add(value);
  }
}
