import { z } from 'zod';
import { channelNames } from '../../core/channel.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { secretRule } from '../secret-text.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, oneOrMore, refuse, text, writtenLike } from '../shape/values.js';
import type { AccountDefinition } from '../workspace-definition.js';
import { entryAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

/** Channels on which an account can be connected today; the simulator needs none. */
const connected = ['instagram', 'messenger'] as const;
const announced: readonly string[] = channelNames.filter(
  (name) => name !== 'simulator' && !connected.some((one) => one === name),
);

/** A secret's name. What stands there instead may be the secret itself, so it is not repeated. */
const secretName = z
  .string()
  .transform((value, context) => {
    const [, name] = /^\$([A-Z][A-Z0-9_]{0,99})$/u.exec(value) ?? [];
    return name ?? refuse(context, secretRule);
  })
  .meta(writtenLike('^\\$[A-Z][A-Z0-9_]{0,99}$', secretRule.hint));

export const accountShape = mapping({
  channel: z.enum(connected).describe('The platform.'),
  name: text.describe('What you call the account.'),
  id: text.describe('Its number on the platform, in quotes.'),
  token: secretName.describe('The environment variable that holds its access token: $INSTAGRAM_TOKEN.'),
  secret: oneOrMore(secretName).describe(
    'The environment variable that holds the secret of its app; a list while it is being replaced.',
  ),
});

/** The connected accounts, in order; those that cannot be connected are reported and left out. */
export function readAccounts(node: SourceNode | undefined, report: Report): readonly AccountDefinition[] {
  if (node?.kind !== 'list') return [];
  const accounts = node.items.flatMap((item) => readAccount(item, report) ?? []);
  reportRepeated(node.items, 'name', report);
  reportRepeated(node.items, 'id', report);
  return accounts;
}

function readAccount(node: SourceNode, report: Report): AccountDefinition | null {
  const channel = scalarAt(node, 'channel');
  if (channel !== null && !connected.some((name) => name === channel)) {
    reportChannel(channel, node, report);
    return null;
  }
  const { value } = readShape(accountShape, node, report);
  if (value === null) return null;
  const { secret: secrets, ...account } = value;
  return { ...account, secrets };
}

function reportChannel(channel: string, node: SourceNode, report: Report): void {
  const place = placeAt(node, ['channel']);
  if (announced.includes(channel)) {
    report.warning(place, 'not-yet', `${channel} cannot be connected yet: this account is left out.`, {
      allowed: connected,
    });
    return;
  }
  report.error(
    place,
    'unknown-channel',
    `"${channel}" is not a channel on which an account can be connected.`,
    {
      allowed: connected,
      hint:
        channel === 'simulator'
          ? 'The simulator is on by itself while no account is connected.'
          : didYouMean(channel, connected),
    },
  );
}

function reportRepeated(items: readonly SourceNode[], key: 'name' | 'id', report: Report): void {
  const seen = new Set<string>();
  for (const item of items) {
    const value = scalarAt(item, key);
    if (value === null) continue;
    if (seen.has(value)) {
      report.error(placeAt(item, [key]), 'duplicate-account', `Another account has this ${key} already.`);
    }
    seen.add(value);
  }
}

function scalarAt(node: SourceNode, key: string): string | null {
  const value = entryAt(node, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
}
