import {
  type QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { listQueue } from '../../../../contract/queue.js';
import type { ApiProblem } from '../../../api/api-problem.js';
import { ask } from '../../../api/ask.js';
import type { QueuePage } from '../state/queue-item.js';
import { firstPageOf, keepSameRows, type QueuePages } from '../state/queue-pages.js';
import type { QueueQuestion } from '../state/queue-question.js';

const rowsAPage = 100;

/** Pages are asked for anew one by one, so they are kept apart from the endpoint's other answers. */
const allPages = 'pages of the queue';

export function pagesKey(question: QueueQuestion): readonly unknown[] {
  return [allPages, question];
}

/** The handoffs of a view, loaded page by page. */
export function useQueuePages(question: QueueQuestion): UseInfiniteQueryResult<QueuePages, ApiProblem> {
  const client = useQueryClient();
  useEffect(() => () => forgetLaterPages(client, question), [client, question]);
  return useInfiniteQuery<QueuePage, ApiProblem, QueuePages, readonly unknown[], string | null>({
    queryKey: pagesKey(question),
    queryFn: ({ pageParam, signal }) => askForPage(question, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    structuralSharing: (before, after) =>
      // Both are what this query has answered.
      keepSameRows(before as QueuePages | undefined, after as QueuePages),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function askForPage(
  { view, sort, filters }: QueueQuestion,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<QueuePage> {
  const query = { view, sort, ...filters, limit: rowsAPage, ...(cursor !== null && { cursor }) };
  return ask(listQueue, { query }, signal);
}

/** Whoever comes back to a view begins at its top: one page is shown at once, and asked for anew. */
function forgetLaterPages(client: QueryClient, question: QueueQuestion): void {
  client.setQueryData<QueuePages>(pagesKey(question), (data) => data && firstPageOf(data));
}
