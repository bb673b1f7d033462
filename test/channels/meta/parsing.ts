import { expect } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import type { ParsedUpdate } from '../../../src/channels/channel.js';
import { delivery, type Item, thread } from '../../platforms/meta-payloads.js';

export const now = 1_790_000_000_000;
export const minuteAgo = now - 60_000;

export const instagram = thread({ object: 'instagram', id: '17841400000000001' }, '5614879045272581');
export const messenger = thread({ object: 'page', id: '100200300400500' }, '24601987654321');

/** Both objects, for what they have in common. */
export const threads = [
  ['instagram', instagram],
  ['messenger', messenger],
] as const;

/** The one update that comes of a delivery of this one item. */
export function parseOne(of: typeof instagram, item: Item): ParsedUpdate {
  const { updates, skipped } = parseDelivery(delivery(of.account, item), now);
  expect(skipped).toEqual([]);
  expect(updates).toHaveLength(1);
  return updates[0]!;
}

/** Why nothing came of a delivery of this one item. */
export function skipOne(of: typeof instagram, item: Item): string {
  const { updates, skipped } = parseDelivery(delivery(of.account, item), now);
  expect(updates).toEqual([]);
  expect(skipped).toHaveLength(1);
  return skipped[0]!.reason;
}
