import type { Item, ReadEvent, Reading } from './item.js';
import { asFields } from '../../fields.js';
import { readEdit, readMessage, readReaction } from './message.js';
import { notice } from './notice.js';
import { readOptin } from './optin.js';
import { readPostback } from './postback.js';
import { readDelivery, readRead } from './receipt.js';
import { readReferralEvent } from './referral.js';
import { readPassedControl, readTakenControl } from './thread-control.js';

/** What an item is, by the one key that says so. The commonest come first. */
const readers: readonly (readonly [key: string, read: ReadEvent])[] = [
  ['message', readMessage],
  ['delivery', readDelivery],
  ['read', readRead],
  ['postback', readPostback],
  ['reaction', readReaction],
  ['referral', readReferralEvent],
  ['message_edit', readEdit],
  ['optin', readOptin],
  ['pass_thread_control', readPassedControl],
  ['take_thread_control', readTakenControl],
];

/** Known, and not acted on; listed so that a new property beside one of them does not change its name. */
const noticed = [
  'request_thread_control',
  'account_linking',
  'messaging_feedback',
  'response_feedback',
  'send_cart',
  'order',
];

/** What stands in an item beside what happened. */
const circumstances = new Set([
  'sender',
  'recipient',
  'timestamp',
  'hop_context',
  'thread_owner',
  'prior_message',
]);

/** Makes an event of one item of `messaging` or `standby`. */
export function readItem(item: Item): Reading {
  for (const [key, read] of readers) {
    if (!happened(item, key)) continue;
    const event = asFields(item.fields[key]);
    return event === null ? { reason: `${key} is no object` } : read(event, item);
  }
  return readNotice(item);
}

function readNotice(item: Item): Reading {
  const key =
    noticed.find((name) => happened(item, name)) ??
    Object.keys(item.fields).find((name) => happened(item, name) && !circumstances.has(name));
  if (key === undefined) return { reason: 'an item in which nothing happened' };
  return notice(key.replaceAll('-', '_'), item.fields[key], item);
}

function happened({ fields }: Item, key: string): boolean {
  return fields[key] !== undefined && fields[key] !== null;
}
