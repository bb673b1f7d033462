import type { DeliveryState } from '../api/contract.js';

const words: Readonly<Record<DeliveryState, string>> = {
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  unknown: 'unknown whether it arrived',
  cancelled: 'cancelled',
  not_sent: 'not sent',
};

/** How far a message has come, and why no further where the server says so. */
export function deliveryWords(state: DeliveryState, reason: string | null): string {
  return reason === null || reason === '' ? words[state] : `${words[state]}: ${reason}`;
}
