import type { Line } from './answers.js';

export type DeliveryState = NonNullable<Line['state']>;

/** How a message's way is shown: on its way, there, in doubt, or not there. */
export type DeliveryTone = 'going' | 'there' | 'doubt' | 'not';

const tones: Readonly<Record<DeliveryState, DeliveryTone>> = {
  queued: 'going',
  sending: 'going',
  sent: 'there',
  delivered: 'there',
  read: 'there',
  unknown: 'doubt',
  failed: 'not',
  cancelled: 'not',
  not_sent: 'not',
};

export function deliveryTone(state: DeliveryState): DeliveryTone {
  return tones[state];
}
