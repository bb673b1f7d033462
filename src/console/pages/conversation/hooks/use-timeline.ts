import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readTimeline } from '../../../../contract/desk.js';
import type { ApiProblem } from '../../../api/api-problem.js';
import { ask } from '../../../api/ask.js';
import { keyOf } from '../../../api/key-of.js';
import type { TimelineItem } from '../state/answers.js';

const pageSize = 100;

export interface Timeline {
  /** Oldest first; undefined: not read yet. */
  readonly items: readonly TimelineItem[] | undefined;
  readonly problem: ApiProblem | null;
  readonly readAgain: () => void;
  readonly hasEarlier: boolean;
  readonly isReadingEarlier: boolean;
  readonly readEarlier: () => void;
}

/** The story, its newest page first; earlier pages are asked for one at a time. */
export function useTimeline(conversationId: string): Timeline {
  const query = useInfiniteQuery(timelineOf(conversationId));
  const { data, error, hasNextPage, isFetchingNextPage, isFetching, fetchNextPage, refetch } = query;
  const items = useMemo(() => data && [...data.pages].reverse().flatMap((page) => page.items), [data]);
  return {
    items,
    problem: error as ApiProblem | null,
    readAgain: () => void refetch(),
    hasEarlier: hasNextPage,
    isReadingEarlier: isFetchingNextPage,
    readEarlier: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}

/** Where the story is kept and how it is asked for, for whoever asks before it is shown. */
export function timelineOf(conversationId: string) {
  const params = { id: conversationId };
  return infiniteQueryOptions({
    queryKey: keyOf(readTimeline, { params }),
    queryFn: ({ pageParam, signal }) =>
      ask(readTimeline, { params, query: { limit: pageSize, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
