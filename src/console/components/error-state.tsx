import './states.css';
import { CloudOff } from 'lucide-react';
import type { ApiProblem } from '../api/api-problem.js';
import { useProblemWords } from '../api/use-problem-words.js';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';

interface ErrorStateProps {
  readonly problem: ApiProblem;
  readonly onRetry: () => void;
  /** What could not be loaded. */
  readonly title?: string;
}

/** Something could not be loaded: what, why, and the way to try once more. */
export function ErrorState({ problem, onRetry, title }: ErrorStateProps) {
  const { couldNotLoad, tryAgain } = useWords().common;
  const wordsOf = useProblemWords();
  return (
    <div className="ui-state" role="alert">
      <span className="ui-state-icon">
        <CloudOff aria-hidden />
      </span>
      <p className="ui-state-title">{title ?? couldNotLoad}</p>
      <div className="ui-state-more">
        <p>{wordsOf(problem)}</p>
        <Button onPress={onRetry}>{tryAgain}</Button>
      </div>
    </div>
  );
}
