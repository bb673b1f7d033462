import type { Listing, Page } from '../reads.js';

/** An item with its place among those of its source; places grow with time and are never taken twice. */
export interface Placed<T> {
  readonly place: number;
  readonly at: number;
  /** Of what happened at the same time the lower is older; 0 where it is left out. */
  readonly turn?: number;
  readonly item: T;
}

/** Where items come from: those before a place, the newest first, no more than `limit`. */
export type TimelineSource<T> = (before: number, limit: number) => Promise<readonly Placed<T>[]>;

/** Behind everything. */
const end = Number.MAX_SAFE_INTEGER;

/**
 * A page of several sources as one column: within a source in its order, between them by time; where that is the same, by
 * their turn, and then an earlier source is older. A cursor says of each source how far it was read, so that what comes in
 * later moves nothing.
 */
export async function readMergedPage<T>(
  sources: readonly TimelineSource<T>[],
  { after, limit }: Page,
): Promise<Listing<T>> {
  const from = after === null ? sources.map(() => end) : readCursor(after, sources.length);
  if (from === null) return { items: [], next: null };
  const pages = await Promise.all(sources.map((read, index) => read(from[index] ?? end, limit + 1)));
  // Behind the newest that there is by now, also where nothing of a source is on this page.
  const cursor = pages.map(([newest]) => (newest === undefined ? 0 : newest.place + 1));
  const read = pages.map(() => 0);
  const items: T[] = [];
  while (items.length < limit) {
    const newest = newestOf(pages, read);
    if (newest === null) break;
    items.push(newest.head.item);
    cursor[newest.source] = newest.head.place;
    read[newest.source] = (read[newest.source] ?? 0) + 1;
  }
  const isEnd = newestOf(pages, read) === null;
  return { items: items.reverse(), next: isEnd ? null : cursor.join('.') };
}

function newestOf<T>(
  pages: readonly (readonly Placed<T>[])[],
  read: readonly number[],
): { readonly source: number; readonly head: Placed<T> } | null {
  let newest: { source: number; head: Placed<T> } | null = null;
  for (const [source, page] of pages.entries()) {
    const head = page[read[source] ?? 0];
    if (head !== undefined && (newest === null || !isOlder(head, newest.head))) newest = { source, head };
  }
  return newest;
}

function isOlder<T>(one: Placed<T>, other: Placed<T>): boolean {
  return one.at === other.at ? (one.turn ?? 0) < (other.turn ?? 0) : one.at < other.at;
}

/** Null: it is none of ours. */
function readCursor(cursor: string, sources: number): number[] | null {
  const places = cursor.split('.');
  if (places.length !== sources || !places.every((place) => /^\d{1,16}$/.test(place))) return null;
  return places.map(Number);
}
