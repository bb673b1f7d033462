import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import { readSession } from '../../contract/identity.js';
import { ApiProblem } from '../api/api-problem.js';
import { ask } from '../api/ask.js';
import { keyOf } from '../api/key-of.js';

export type Session = z.output<(typeof readSession)['answer']>;

export const sessionKey = keyOf(readSession, {});

/** Who is signed in in this browser, and how far; null: nobody. */
export function useSession(isWanted = true): UseQueryResult<Session | null, ApiProblem> {
  return useQuery<Session | null, ApiProblem>({
    queryKey: sessionKey,
    queryFn: ({ signal }) => ask(readSession, {}, signal).catch(nobodyAt401),
    staleTime: 60_000,
    enabled: isWanted,
  });
}

function nobodyAt401(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 401) return null;
  throw error;
}
