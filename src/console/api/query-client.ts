import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { readSession } from '../../contract/identity.js';
import { ApiProblem } from './api-problem.js';
import { keyOf } from './key-of.js';

const mostRetries = 2;

/** Keeps what the server answered. Live events say what has changed, so that nothing is asked for without need. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiProblem && isSignedOut(error.code))
      client.setQueryData(keyOf(readSession, {}), null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < mostRetries && error instanceof ApiProblem && error.isPassing,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Without a session one is told to sign in, or, as a program would be, to bring a token. A wrong password is neither. */
function isSignedOut(code: string): boolean {
  return code === 'sign_in_first' || code === 'unauthorized';
}
