import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { countQueue } from '../../../../contract/queue.js';
import { keyOf } from '../../../api/key-of.js';
import { useLive } from '../../../live/use-live.js';
import { atMostEvery, type Repeated } from '../state/at-most-every.js';
import { type QueuePages, replacePage } from '../state/queue-pages.js';
import type { QueueQuestion } from '../state/queue-question.js';
import { askForPage, pagesKey } from './use-queue-pages.js';

const refreshEveryMs = 400;

export interface FreshQueue {
  /** Something has changed: all that is loaded may be old. */
  readonly refresh: () => void;
  /** Other rows are visible now: where they are old, they are asked for anew. */
  readonly look: () => void;
}

/**
 * Keeps true what is visible. After a change every loaded page may be old; the first one, where new handoffs come in, and
 * those that can be seen are asked for anew, the others when they are scrolled to.
 */
export function useFreshQueue(question: QueueQuestion, visiblePages: () => readonly number[]): FreshQueue {
  const client = useQueryClient();
  const old = useRef<Set<number>>(new Set());
  const seen = useEffectEvent(visiblePages);
  const work = useRef<Repeated | null>(null);
  useEffect(() => {
    old.current = new Set();
    const repeated = atMostEvery(refreshEveryMs, async () => {
      const wanted = [...new Set([0, ...seen()])].filter((at) => old.current.has(at));
      await refreshPages(client, question, wanted, old.current);
      if (client.isFetching({ queryKey: pagesKey(question), exact: true }) > 0) repeated.ask();
    });
    work.current = repeated;
    return repeated.end;
  }, [client, question]);

  const refresh = (): void => {
    markOld(client, question, old);
    void client.invalidateQueries({ queryKey: keyOf(countQueue) }, { cancelRefetch: false });
    work.current?.ask();
  };
  useLive('conversation', refresh);
  const look = (): void => {
    if (seenIsOld(visiblePages(), old)) work.current?.ask();
  };
  return { refresh, look };
}

function seenIsOld(seen: readonly number[], old: RefObject<ReadonlySet<number>>): boolean {
  return seen.some((at) => old.current.has(at));
}

function markOld(client: QueryClient, question: QueueQuestion, old: RefObject<Set<number>>): void {
  const pages = client.getQueryData<QueuePages>(pagesKey(question))?.pages ?? [];
  pages.forEach((_, at) => old.current.add(at));
}

/** Asks for these pages anew, one after the other, since each begins where the one before ends. */
async function refreshPages(
  client: QueryClient,
  question: QueueQuestion,
  wanted: readonly number[],
  old: Set<number>,
): Promise<void> {
  for (const at of wanted) {
    const before = client.getQueryData<QueuePages>(pagesKey(question));
    const cursor = before?.pageParams[at];
    // Fewer pages are left than there were.
    if (cursor === undefined) return;
    old.delete(at);
    try {
      const page = await askForPage(question, cursor);
      if (page.next !== before?.pages[at]?.next) old.add(at + 1);
      client.setQueryData<QueuePages>(pagesKey(question), (data) => data && replacePage(data, at, page));
    } catch {
      // What is shown stays; the banner says that the line is down, and the next event tries again.
      old.add(at);
    }
  }
}
