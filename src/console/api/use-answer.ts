import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.js';
import { ask, type Question } from './ask.js';
import type { ApiProblem } from './api-problem.js';
import { keyOf } from './key-of.js';

interface AnswerOptions {
  /** False: not asked yet. */
  readonly isWanted?: boolean;
  /** Whether the answer to the question before is shown until the new one is there. */
  readonly keepsLast?: boolean;
  /** Asked anew so often, in ms. */
  readonly every?: number;
}

/** The answer of an endpoint, kept under `keyOf(endpoint, question)`, asked for once however many parts of a page show it. */
export function useAnswer<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  question: Question<P, Q, B>,
  { isWanted = true, keepsLast = false, every }: AnswerOptions = {},
): UseQueryResult<z.output<A>, ApiProblem> {
  return useQuery<z.output<A>, ApiProblem>({
    ...answerOf(endpoint, question),
    enabled: isWanted,
    ...(keepsLast && { placeholderData: keepPreviousData }),
    ...(every !== undefined && { refetchInterval: every }),
  });
}

/** Where the answer is kept and how it is asked for, for whoever asks before it is shown. */
export function answerOf<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, question: Question<P, Q, B>) {
  return queryOptions<z.output<A>, ApiProblem>({
    queryKey: keyOf(endpoint, question),
    queryFn: ({ signal }) => ask(endpoint, question, signal),
  });
}
