import './problem.css';

interface ProblemProps {
  readonly what: string;
  readonly why: string;
  readonly again: () => void;
}

/** Something could not be loaded: what, why, and the way to try once more. */
export function Problem({ what, why, again }: ProblemProps) {
  return (
    <div className="problem" role="alert">
      <p className="problem-what">{what}</p>
      <p className="problem-why">{why}</p>
      <button type="button" className="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}
