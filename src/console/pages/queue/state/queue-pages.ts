import { type InfiniteData, replaceEqualDeep } from '@tanstack/react-query';
import type { QueueItem, QueuePage } from './queue-item.js';

/** What is loaded of a queue, page after page. A page's parameter is `next` of the page before; null: it is the first. */
export type QueuePages = InfiniteData<QueuePage, string | null>;

/**
 * The loaded rows, each once: while pages are asked for one by one, a row may have moved from one to the next. Then it is
 * shown where it stands first.
 */
export function rowsOf({ pages }: QueuePages): readonly QueueItem[] {
  const rows = new Map<string, QueueItem>();
  for (const { items } of pages) {
    for (const item of items) if (!rows.has(item.id)) rows.set(item.id, item);
  }
  return [...rows.values()];
}

/** Which of the loaded pages hold the rows from `first` to `last`, places in what `rowsOf` says, both included. */
export function pagesWith(data: QueuePages, first: number, last: number): readonly number[] {
  const seen = new Set<string>();
  const found: number[] = [];
  data.pages.forEach(({ items }, at) => {
    const begin = seen.size;
    for (const { id } of items) seen.add(id);
    if (begin <= last && seen.size > first) found.push(at);
  });
  return found;
}

/**
 * Puts a page in place of what it was. The page after it begins where this one ends now; where none follows any more,
 * the pages after it are gone.
 */
export function replacePage({ pages, pageParams }: QueuePages, at: number, page: QueuePage): QueuePages {
  const isLast = page.next === null;
  return {
    pages: [...pages.slice(0, at), page, ...(isLast ? [] : pages.slice(at + 1))],
    pageParams: isLast
      ? pageParams.slice(0, at + 1)
      : pageParams.map((param, index) => (index === at + 1 ? page.next : param)),
  };
}

/** The first page alone. */
export function firstPageOf({ pages, pageParams }: QueuePages): QueuePages {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) };
}

/** The new pages, in which every row that is as it was is the same object: what has not changed is not drawn again. */
export function keepSameRows(before: QueuePages | undefined, after: QueuePages): QueuePages {
  if (before === undefined) return after;
  const known = new Map(before.pages.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const keep = (item: QueueItem): QueueItem => {
    const same = known.get(item.id);
    return same === undefined || same === item ? item : replaceEqualDeep(same, item);
  };
  const pages = after.pages.map((page) =>
    before.pages.includes(page) ? page : { ...page, items: page.items.map(keep) },
  );
  return { ...after, pages };
}
