import { describe, expect, it } from 'vitest';
import type { QueuePage } from '../../../src/console/pages/queue/state/queue-item.js';
import {
  keepSameRows,
  pagesWith,
  type QueuePages,
  replacePage,
  rowsOf,
} from '../../../src/console/pages/queue/state/queue-pages.js';
import { createWorld } from '../fake-inbox/create-world.js';

const { handoffs } = createWorld({ handoffs: 9, resolved: 0, now: () => 1_700_000_000_000 });

const page = (ids: string, next: string | null): QueuePage => ({
  items: [...ids].map((digit) => structuredClone(handoffs.get(`h-${digit}`)!)),
  next,
});
const loaded = (...pages: QueuePage[]): QueuePages => ({
  pages,
  pageParams: [null, ...pages.slice(0, -1).map(({ next }) => next)],
});
const ids = (data: QueuePages): string =>
  rowsOf(data)
    .map(({ id }) => id.slice(2))
    .join('');

describe('the loaded pages of a queue', () => {
  it('show a row that is in two of them once', () => {
    expect(ids(loaded(page('012', 'a'), page('234', 'b')))).toBe('01234');
  });

  it('know which of them are visible', () => {
    const data = loaded(page('012', 'a'), page('234', 'b'), page('567', null));
    expect(pagesWith(data, 0, 2)).toEqual([0]);
    expect(pagesWith(data, 2, 3)).toEqual([0, 1]);
    expect(pagesWith(data, 5, 7)).toEqual([2]);
  });

  it('go on where a page that was asked for anew ends', () => {
    const data = loaded(page('012', 'a'), page('345', 'b'), page('678', null));
    const fresh = replacePage(data, 0, page('801', 'c'));
    expect(ids(fresh)).toBe('80134567');
    expect(fresh.pageParams).toEqual([null, 'c', 'b']);
  });

  it('end with a page that has none after it any more', () => {
    const data = loaded(page('012', 'a'), page('345', 'b'), page('678', null));
    const fresh = replacePage(data, 1, page('34', null));
    expect(ids(fresh)).toBe('01234');
    expect(fresh.pageParams).toEqual([null, 'a']);
  });

  it('keep every row that is as it was, wherever it stands now, and take what has changed', () => {
    const before = loaded(page('012', null));
    const changed = page('3210', null);
    changed.items[2]!.note = 'Changed';
    const after = keepSameRows(before, loaded(changed));
    const [, , , zero] = rowsOf(after);
    expect(zero).toBe(before.pages[0]!.items[0]);
    expect(rowsOf(after)[1]).toBe(before.pages[0]!.items[2]);
    expect(rowsOf(after)[2]?.note).toBe('Changed');
  });
});
