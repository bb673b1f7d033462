import type { ApiProblem } from '../../api/api-problem.js';
import { useProblemWords } from '../../api/use-problem-words.js';
import { useWords } from '../../words/use-words.js';

/** Why one is not let in, in words that help and tell nothing about others. */
export function GateProblem({ problem }: { readonly problem: ApiProblem | null }) {
  const { problems } = useWords().signingIn;
  const wordsOf = useProblemWords();
  if (problem === null) return null;
  return (
    <p className="gate-problem" role="alert">
      {problems[problem.code] ?? wordsOf(problem)}
    </p>
  );
}
