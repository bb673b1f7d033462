import type { AccountNotice, ParsedDelivery, ParsedUpdate, SkippedUpdate } from '../channel.js';
import { asFields, asList } from '../fields.js';
import { logName } from './log-name.js';
import { objects } from './objects.js';

/**
 * Makes events of one delivery of a webhook, in the order in which they stand. Never throws, whatever the JSON: what
 * cannot be understood is skipped with a reason and does not disturb its neighbours.
 *
 * `receivedAt` is our clock, epoch ms; no event occurs after it, since a clock ahead of ours would keep a later STOP or
 * consent from counting.
 *
 * Source: Meta, webhook references of Messenger Platform and Instagram Platform (platforms reference §2.5, §3, §4).
 */
export function parseDelivery(json: unknown, receivedAt: number): Required<ParsedDelivery> {
  const delivery = asFields(json);
  const object = logName(delivery?.['object']);
  const readEntry = objects.get(delivery?.['object']);
  if (delivery === null || readEntry === undefined) return nothing(object, 'object not served yet');
  const entries = asList(delivery['entry']);
  if (entries.length === 0) return nothing(object, 'a delivery without entries');
  const updates: ParsedUpdate[] = [];
  const notices: AccountNotice[] = [];
  const skipped: SkippedUpdate[] = [];
  for (const entry of entries) {
    const read = readEntry(asFields(entry) ?? {}, receivedAt);
    updates.push(...read.updates);
    notices.push(...read.notices);
    skipped.push(...read.skipped);
  }
  return { updates, notices, skipped };
}

function nothing(object: string | null, reason: string): Required<ParsedDelivery> {
  return { updates: [], notices: [], skipped: [{ reason, object, field: null }] };
}
