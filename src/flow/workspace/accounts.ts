import { z } from 'zod';
import { didYouMean, nearestWord } from '../nearest-word.js';
import type { Report } from '../report.js';
import { secretRule } from '../secret-text.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, oneOrMore, refuse, text, writtenLike } from '../shape/values.js';
import type { AccountDefinition } from '../workspace-definition.js';
import { placeAt, textAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { connectableChannels } from './account-channels.js';
import type { ConnectableChannel } from './account-channels.js';
import { accountKeys } from './account-keys.js';
import type { AccountKey } from './account-keys.js';
import { checkAccountName, checkRenewal, checkRepeated } from './check-accounts.js';

/** A secret's name. What stands there instead may be the secret itself, so it is not repeated. */
const secretName = z
  .string()
  .transform((value, context) => {
    const [, name] = /^\$([A-Z][A-Z0-9_]{0,99})$/u.exec(value) ?? [];
    return name ?? refuse(context, secretRule);
  })
  .meta(writtenLike('^\\$[A-Z][A-Z0-9_]{0,99}$', secretRule.hint));

const secretNameOf = (what: string) => secretName.describe(`The environment variable that holds ${what}.`);

export const accountShape = mapping({
  channel: z.enum(connectableChannels).describe('The platform.'),
  name: text.describe('What you call the account. On Telegram it ends the address of the webhook.'),
  id: text.describe('Its number on the platform, in quotes; of a WhatsApp number its phone number id.'),
  token: secretNameOf('its access token: $INSTAGRAM_TOKEN'),
  secret: oneOrMore(secretName).describe(
    'The environment variable that holds what deliveries are proved by: the secret of its app, on Telegram the secret token of the webhook; a list while it is being replaced.',
  ),
  page: text.describe('Instagram, connected by Facebook Login: the id of its page, in quotes.').optional(),
  business: text.describe('WhatsApp: the id of its business account (WABA), in quotes.').optional(),
  client_id: secretNameOf('the OAuth 2.0 client id of an app on X').optional(),
  client_secret: secretNameOf('its client secret, if it has one').optional(),
  refresh_token: secretNameOf('the refresh token of an account on X').optional(),
});

/** The same where something is missing: what and where to find it is then said of its channel. */
const draftShape = accountShape.partial({ id: true, token: true, secret: true });

/** The connected accounts, in order; those that cannot be connected are reported and left out. */
export function readAccounts(node: SourceNode | undefined, report: Report): readonly AccountDefinition[] {
  if (node?.kind !== 'list') return [];
  const accounts = node.items.flatMap((item) => readAccount(item, report) ?? []);
  checkRepeated(node.items, report);
  return accounts;
}

function readAccount(node: SourceNode, report: Report): AccountDefinition | null {
  const written = textAt(node, 'channel');
  const channel = connectableChannels.find((name) => name === written);
  if (written !== null && channel === undefined) {
    reportChannel(written, node, report);
    return null;
  }
  const { value } = readShape(channel === undefined ? accountShape : draftShape, node, report);
  if (channel !== undefined) checkKeys(channel, node, report);
  if (value === null) return null;
  checkAccountName(value, placeAt(node, ['name']), report);
  checkRenewal(value, node, report);
  return toDefinition(value);
}

/** Null where something is missing. */
function toDefinition(written: z.output<typeof draftShape>): AccountDefinition | null {
  const { channel, name, id, token, secret: secrets, page, business } = written;
  const { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken } = written;
  if (id === undefined || token === undefined || secrets === undefined) return null;
  return {
    ...{ channel, name, id, token, secrets },
    ...(page !== undefined && { page }),
    ...(business !== undefined && { business }),
    ...(clientId !== undefined && { clientId }),
    ...(clientSecret !== undefined && { clientSecret }),
    ...(refreshToken !== undefined && { refreshToken }),
  };
}

/** What this channel needs and is not there, and what is there and only another channel takes. */
function checkKeys(channel: ConnectableChannel, node: SourceNode, report: Report): void {
  if (node.kind !== 'map') return;
  const own = accountKeys[channel];
  for (const [key, known] of Object.entries(own)) {
    if (known.isOptional || node.entries.has(key) || isMisspelt(key, node)) continue;
    const message = `"${key}" is missing: ${known.meaning}.`;
    report.error(node.place, 'missing-key', message, { hint: known.where });
  }
  for (const [key, { keyPlace }] of node.entries) {
    const takers = Object.keys(own).includes(key) ? [] : takersOf(key);
    const [first] = takers;
    if (first === undefined) continue;
    const names = takers.map(({ name }) => name).join(' and ');
    report.error(keyPlace, 'foreign-account-key', `An account on ${channel} has no "${key}".`, {
      hint: `It belongs to ${names}: ${first.key.meaning}.`,
    });
  }
}

function takersOf(key: string): readonly { readonly name: ConnectableChannel; readonly key: AccountKey }[] {
  return connectableChannels.flatMap((name) => {
    const found = Object.entries(accountKeys[name]).find(([one]) => one === key);
    return found === undefined ? [] : [{ name, key: found[1] }];
  });
}

/** A key that was meant, and written otherwise, is reported where it stands. */
function isMisspelt(key: string, node: SourceNode): boolean {
  const known = Object.keys(accountShape.shape);
  const written = node.kind === 'map' ? [...node.entries.keys()] : [];
  return written.some((one) => !known.includes(one) && nearestWord(one, known) === key);
}

function reportChannel(channel: string, node: SourceNode, report: Report): void {
  report.error(
    placeAt(node, ['channel']),
    'unknown-channel',
    `"${channel}" is not a channel on which an account can be connected.`,
    {
      allowed: connectableChannels,
      hint:
        channel === 'simulator'
          ? 'The simulator is on by itself while no account is connected.'
          : didYouMean(channel, connectableChannels),
    },
  );
}
