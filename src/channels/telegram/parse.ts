import type { ParsedDelivery } from '../channel.js';
import { asFields, type Fields, readId } from '../fields.js';
import { readCallback } from './events/callback.js';
import { readMembership } from './events/membership.js';
import { readEdit, readMessage } from './events/message.js';
import type { ReadKind } from './events/reading.js';
import { readReaction } from './events/reaction.js';

/** Who reads what an update holds; the commonest come first. */
const readers: ReadonlyMap<string, ReadKind> = new Map([
  ['message', readMessage],
  ['callback_query', readCallback],
  ['edited_message', readEdit],
  ['my_chat_member', readMembership],
  ['message_reaction', readReaction],
]);

/** What we ask Telegram to deliver. */
export const servedKinds: readonly string[] = [...readers.keys()];

/** The other kinds of an update, and why nothing comes of them. */
const unserved: ReadonlyMap<string, string> = new Map([
  ...of('a post of a channel', 'channel_post', 'edited_channel_post'),
  ...of(
    'of a business account that lends itself to the bot',
    ...['business_connection', 'business_message', 'edited_business_message', 'deleted_business_messages'],
  ),
  ...of('said as a guest in another chat', 'guest_message'),
  ...of('counts of nobody in particular', 'message_reaction_count', 'poll'),
  ...of('inline mode, which is not served', 'inline_query', 'chosen_inline_result'),
  ...of('payments, which are not served', 'shipping_query', 'pre_checkout_query', 'purchased_paid_media'),
  ...of('polls, which we do not ask', 'poll_answer'),
  ...of('of a group or channel', 'chat_member', 'chat_join_request', 'chat_boost', 'removed_chat_boost'),
  ...of('other bots, which are not served', 'managed_bot'),
]);

function of(reason: string, ...kinds: readonly string[]): readonly (readonly [string, string])[] {
  return kinds.map((kind) => [kind, reason] as const);
}

export interface Arrival {
  /** The bot's id. */
  readonly accountId: string;
  /** Our clock, epoch ms; no event occurs after it. */
  readonly receivedAt: number;
}

/**
 * Makes an event of an update. Never throws, whatever the JSON: what cannot be understood is skipped with a reason.
 * An update holds at most one of 25 kinds; what comes with a later version of the Bot API is skipped by its name.
 *
 * Source: Telegram Bot API 10.1, Update (platforms reference §7.1, §7.2).
 */
export function parseUpdate(json: unknown, { accountId, receivedAt }: Arrival): ParsedDelivery {
  const update = asFields(json);
  const id = readId(update?.['update_id']);
  const kind = update === null ? null : kindOf(update);
  if (update === null || id === null) return nothing('no update', kind);
  if (kind === null) return nothing('an update in which nothing happened', kind);
  const read = readers.get(kind);
  if (read === undefined) return nothing(unserved.get(kind) ?? 'of a kind that we do not know', kind);
  const event = asFields(update[kind]);
  if (event === null) return nothing('no object', kind);
  const reading = read(event, receivedAt);
  if ('reason' in reading) return nothing(reading.reason, kind);
  return { updates: [{ channel: 'telegram', accountId, key: `update:${id}`, ...reading }], skipped: [] };
}

function kindOf(update: Fields): string | null {
  const keys = Object.keys(update).filter((key) => key !== 'update_id' && update[key] != null);
  return keys.find((key) => readers.has(key)) ?? keys.find((key) => unserved.has(key)) ?? keys[0] ?? null;
}

function nothing(reason: string, kind: string | null): ParsedDelivery {
  return { updates: [], skipped: [{ reason, object: 'update', field: kind?.slice(0, 64) ?? null }] };
}
