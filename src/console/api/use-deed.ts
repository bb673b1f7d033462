import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.js';
import { ask, type Question } from './ask.js';
import type { ApiProblem } from './api-problem.js';
import { keyOf } from './key-of.js';

interface DeedOptions<A> {
  /** Whose answers are different afterwards: they are asked for anew, and the deed ends when they are there. */
  readonly changes?: readonly Pick<Endpoint, 'method' | 'path'>[];
  readonly onDone?: (answer: A) => void;
  readonly onProblem?: (problem: ApiProblem) => void;
}

/** Something that is done to the server by `mutate(question)`, and where it stands. */
export function useDeed<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  { changes = [], onDone, onProblem }: DeedOptions<z.output<A>> = {},
): UseMutationResult<z.output<A>, ApiProblem, Question<P, Q, B>> {
  const client = useQueryClient();
  return useMutation<z.output<A>, ApiProblem, Question<P, Q, B>>({
    mutationFn: (question) => ask(endpoint, question),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) })));
    },
    onError: (problem) => onProblem?.(problem),
  });
}
