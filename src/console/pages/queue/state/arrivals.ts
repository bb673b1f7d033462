import type { QueueItem } from './queue-item.js';

/**
 * Which rows have come in. They were never seen here, and stand before a row that was: what stands after all of them was
 * merely loaded by scrolling, unless the whole list had been loaded before.
 */
export function arrivalsIn(
  seen: ReadonlySet<string>,
  rows: readonly QueueItem[],
  wasComplete: boolean,
): readonly string[] {
  const lastKnown = rows.findLastIndex(({ id }) => seen.has(id));
  const candidates = wasComplete ? rows : rows.slice(0, lastKnown + 1);
  return candidates.map(({ id }) => id).filter((id) => !seen.has(id));
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
