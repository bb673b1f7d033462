import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { search } from '../../../contract/queue.js';
import type { ApiProblem } from '../../api/api-problem.js';
import { ask } from '../../api/ask.js';

type Page = z.output<(typeof search)['answer']>;

const mostAPage = 30;

/** Not `keyOf(search)`: whoever asks for one page elsewhere keeps it in another shape. */
const allPages = 'pages of the search';

export interface Found {
  readonly contacts: Page['contacts'];
  readonly messages: Page['messages'];
}

export interface Finding {
  /** Undefined: nothing is known yet. */
  readonly found: Found | undefined;
  /** Whether `found` answers what was searched for before. */
  readonly isOld: boolean;
  readonly problem: ApiProblem | null;
  readonly retry: () => void;
  /** Undefined: all of it is here. */
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** What is found, page by page; what was found before stays until the new is there. */
export function useFound(wanted: string): Finding {
  const query = useInfiniteQuery<
    Page,
    ApiProblem,
    InfiniteData<Page, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [allPages, wanted],
    queryFn: ({ pageParam: cursor, signal }) =>
      ask(search, { query: { q: wanted, limit: mostAPage, ...(cursor !== null && { cursor }) } }, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    found: query.data && foundIn(query.data.pages),
    isOld: query.isPlaceholderData,
    problem: query.error,
    retry: () => void query.refetch(),
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
  };
}

/** Contacts come with the first page alone; a message that moved from one page to the next is shown once. */
function foundIn(pages: readonly Page[]): Found {
  const messages = new Map(pages.flatMap((page) => page.messages).map((one) => [one.message_id, one]));
  return { contacts: pages[0]?.contacts ?? [], messages: [...messages.values()] };
}
