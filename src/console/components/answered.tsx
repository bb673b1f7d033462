import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/api-problem.js';
import { ErrorState } from './error-state.js';
import { Skeleton } from './skeleton.js';

interface AnsweredProps<T> {
  readonly answer: Pick<UseQueryResult<T, ApiProblem>, 'data' | 'error' | 'refetch'>;
  /** How much room the outline takes while it is loading. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Shows what the server answered; until then its outline, and where it did not the problem with a way to ask again. */
export function Answered<T>({ answer: { data, error, refetch }, lines = 4, children }: AnsweredProps<T>) {
  if (data !== undefined) return children(data);
  return error === null ? (
    <Skeleton lines={lines} shape="rows" />
  ) : (
    <ErrorState problem={error} onRetry={() => void refetch()} />
  );
}
