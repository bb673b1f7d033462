import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '../../../api/api-problem.js';
import { rowSizePx } from '../list/row-size.js';
import type { QueueItem } from '../state/queue-item.js';
import { pagesWith, rowsOf } from '../state/queue-pages.js';
import type { QueueQuestion } from '../state/queue-question.js';
import { useArrivals } from './use-arrivals.js';
import { useFreshQueue } from './use-fresh-queue.js';
import { useQueuePages } from './use-queue-pages.js';
import { useSteadyScroll } from './use-steady-scroll.js';

export interface Queue {
  /** What is loaded of it; undefined: nothing yet. */
  readonly rows: readonly QueueItem[] | undefined;
  readonly problem: ApiProblem | null;
  readonly retry: () => void;
  /** Undefined: everything is loaded. */
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  /** The element that scrolls. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly rowSize: number;
  readonly onScroll: () => void;
  /** How many rows have come in above what can be seen. */
  readonly arrived: number;
  readonly refresh: () => void;
}

/** A view of the queue: loaded page by page, kept true, and held in place while rows come and go. */
export function useQueue(question: QueueQuestion): Queue {
  const list = useRef<HTMLDivElement>(null);
  const [rowSize] = useState(rowSizePx);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useQueuePages(question);
  const rows = useMemo(() => data && rowsOf(data), [data]);
  // The same function as long as the view is: the list is heavy, and is made anew with whatever it is given anew.
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const visiblePages = (): readonly number[] =>
    data === undefined ? [] : pagesWith(data, ...visibleRows(list.current, rowSize));
  const isAtTop = (): boolean => (list.current?.scrollTop ?? 0) < rowSize / 2;
  const { look, refresh } = useFreshQueue(question, visiblePages);
  const arrivals = useArrivals(rows, !hasNextPage, isAtTop);
  useSteadyScroll(rows ?? none, list, rowSize);
  return {
    ...{ rows, problem: error, list, rowSize, refresh },
    retry: () => void refetch(),
    loadMore: hasNextPage ? loadMore : undefined,
    isLoadingMore: isFetchingNextPage,
    arrived: arrivals.count,
    onScroll: () => {
      look();
      if (isAtTop()) arrivals.forget();
    },
  };
}

const none: readonly never[] = [];

/** The places of the first and the last row that can be seen. */
function visibleRows(list: HTMLElement | null, rowSize: number): [number, number] {
  const { scrollTop, clientHeight } = list ?? { scrollTop: 0, clientHeight: 0 };
  return [Math.floor(scrollTop / rowSize), Math.ceil((scrollTop + clientHeight) / rowSize)];
}
