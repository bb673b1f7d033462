import { expect } from 'vitest';
import type { ParsedDelivery, ParsedUpdate } from '../../../src/channels/channel.js';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import {
  deliveryTo,
  type FakeChange,
  type FakeNumber,
  type Json,
  messagesOf,
  personOnWhatsApp,
} from '../../platforms/whatsapp-payloads.js';

export const now = 1_790_000_000_000;
export const minuteAgo = now - 60_000;

export const number: FakeNumber = { business: '880011', id: '770022', phone: '4930111222' };

export const ada = personOnWhatsApp({ phone: '4915100000001', userId: 'DE.8Kq2mX91', name: 'Ada Nord' });

export function parse(...changes: readonly FakeChange[]): Required<ParsedDelivery> {
  return parseDelivery(deliveryTo(number, ...changes), now);
}

/** The one update that comes of a change. */
export function parseOne(change: FakeChange): ParsedUpdate {
  const { updates, notices, skipped } = parse(change);
  expect({ notices, skipped }).toEqual({ notices: [], skipped: [] });
  expect(updates).toHaveLength(1);
  return updates[0]!;
}

/** The one update that comes of one message of Ada's. */
export function parseMessage(message: Json): ParsedUpdate {
  return parseOne(messagesOf([ada], message));
}

/** Why nothing came of a change. */
export function skipOne(change: FakeChange): string {
  const { updates, notices, skipped } = parse(change);
  expect({ updates, notices }).toEqual({ updates: [], notices: [] });
  expect(skipped).toHaveLength(1);
  return skipped[0]!.reason;
}
