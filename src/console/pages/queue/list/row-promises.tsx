import { useNow } from '../../../time/use-now.js';
import { countdownsOf } from '../state/countdown.js';
import type { QueueItem } from '../state/queue-item.js';
import { CountdownBadge } from './countdown-badge.js';

/** The promises of a handoff that still run. */
export function RowPromises({ item }: { readonly item: QueueItem }) {
  const now = useNow();
  return countdownsOf(item, now).map((countdown) => (
    <CountdownBadge key={countdown.what} countdown={countdown} />
  ));
}
