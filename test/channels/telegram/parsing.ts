import { expect } from 'vitest';
import type { ParsedUpdate } from '../../../src/channels/channel.js';
import { parseUpdate } from '../../../src/channels/telegram/parse.js';
import { chatWith, type Part } from '../../platforms/telegram-payloads.js';

export const now = 1_790_000_000_000;

/** Epoch s. */
export const minuteAgo = now / 1000 - 60;

export const ada = chatWith(501, { first_name: 'Ada', last_name: 'Lovelace' });

const arrival = { accountId: '4000', receivedAt: now };

/** The one event that comes of an update. */
export function parseOne(update: Part): ParsedUpdate {
  const { updates, skipped } = parseUpdate(update, arrival);
  expect(skipped).toEqual([]);
  expect(updates).toHaveLength(1);
  return updates[0]!;
}

/** Why nothing comes of an update. */
export function skipOne(update: unknown): string {
  const { updates, skipped } = parseUpdate(update, arrival);
  expect(updates).toEqual([]);
  expect(skipped).toHaveLength(1);
  return skipped[0]!.reason;
}
