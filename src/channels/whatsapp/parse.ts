import type { ParsedDelivery } from '../channel.js';
import type { Fields } from '../fields.js';

/**
 * Makes events of one entry of a delivery of `whatsapp_business_account`. Never throws, whatever stands in it.
 *
 * `receivedAt` is our clock, epoch ms; no event occurs after it.
 */
export function readWhatsAppEntry(_entry: Fields, _receivedAt: number): Required<ParsedDelivery> {
  const skipped = [
    { reason: 'object not served yet', object: 'whatsapp_business_account', field: null } as const,
  ];
  return { updates: [], notices: [], skipped };
}
