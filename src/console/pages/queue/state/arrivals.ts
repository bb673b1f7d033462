import type { QueueItem } from './queue-item.js';

/**
 * Which rows have come in since: they were not there before, and were opened after the newest that was. What is merely
 * loaded by scrolling is older, so it does not count; what comes back from a snooze waits anew and does.
 */
export function arrivalsIn(
  before: readonly QueueItem[],
  after: readonly QueueItem[],
  since: number,
): readonly QueueItem[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter((item) => !known.has(item.id) && freshness(item) > since);
}

function freshness({ opened_at, waiting_since }: QueueItem): number {
  return Math.max(Date.parse(opened_at), Date.parse(waiting_since));
}

/** How far the list must be moved so that what stood at its top stays there, in rows; 0: it is all gone, or has not moved. */
export function shiftOf(
  before: readonly QueueItem[],
  after: readonly QueueItem[],
  firstVisible: number,
): number {
  const places = new Map(after.map(({ id }, at) => [id, at]));
  for (let at = firstVisible; at < before.length; at += 1) {
    const place = places.get(before[at]?.id ?? '');
    if (place !== undefined) return place - at;
  }
  return 0;
}
