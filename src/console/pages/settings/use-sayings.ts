import type { ApiProblem } from '../../api/api-problem.js';
import { useProblemWords } from '../../api/use-problem-words.js';
import { say } from '../../components/toast.js';
import { useWords } from '../../words/use-words.js';

interface Sayings {
  readonly saved: (words?: string) => void;
  readonly refused: (problem: ApiProblem) => void;
}

/** Says how a deed of the settings went. */
export function useSayings(): Sayings {
  const { common, signingIn } = useWords();
  const wordsOf = useProblemWords();
  return {
    saved: (words = common.saved) => void say({ kind: 'done', words }),
    refused: (problem) => {
      const why = signingIn.problems[problem.code] ?? wordsOf(problem);
      say({ kind: 'problem', words: common.couldNotDo, why });
    },
  };
}
