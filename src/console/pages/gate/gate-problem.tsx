import type { ApiProblem } from '../../api/api-problem.js';
import { useProblemWords } from '../../api/use-problem-words.js';
import { useWords } from '../../words/use-words.js';

interface GateProblemProps {
  readonly problem: ApiProblem | null;
  /** What is not right, where something that was given is not. */
  readonly wrong?: 'credentials' | 'code' | 'password';
}

/** Why one is not let in, in words that help and tell nothing about others. */
export function GateProblem({ problem, wrong }: GateProblemProps) {
  const { problems, wrong: wrongWords } = useWords().signingIn;
  const wordsOf = useProblemWords();
  if (problem === null) return null;
  const known = problem.code === 'wrong' && wrong !== undefined ? wrongWords[wrong] : problems[problem.code];
  return (
    <p className="gate-problem" role="alert">
      {known ?? wordsOf(problem)}
    </p>
  );
}
