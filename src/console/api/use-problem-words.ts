import { useWords } from '../words/use-words.js';
import type { ApiProblem } from './api-problem.js';

/** Says what went wrong in the reader's language where there are words for it, else in the server's own. */
export function useProblemWords(): (problem: ApiProblem) => string {
  const { problems } = useWords().common;
  return ({ code, message }) => problems[code] ?? message;
}
