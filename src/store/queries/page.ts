import type { Listing, Page } from '../reads.js';

/** A row knows its place in the listing by a number. */
interface Placed {
  readonly sequence: number;
}

/** Where a page begins: behind this number. A cursor that is none of ours is behind everything. */
export function placeBefore({ after }: Page, start: number, end: number): number {
  if (after === null) return start;
  return /^\d{1,15}$/.test(after) ? Number(after) : end;
}

/** Rows are asked for one more than the page holds: whether there is a next page is then known without counting. */
export function toListing<Row extends Placed, Item>(
  rows: readonly Row[],
  { limit }: Page,
  toItem: (row: Row) => Item,
): Listing<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? String(last.sequence) : null;
  return { items: shown.map(toItem), next };
}
