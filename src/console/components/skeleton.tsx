import './skeleton.css';
import { useWords } from '../words/use-words.js';

interface SkeletonProps {
  /** How many lines of what is coming. */
  readonly lines?: number;
  /** `rows`: with a round picture before two lines each, as lists of people and chats have. */
  readonly shape?: 'text' | 'rows';
}

/** The outline of what is being loaded. It shows after a moment only, so that what is fast does not flicker. */
export function Skeleton({ lines = 3, shape = 'text' }: SkeletonProps) {
  const { loading } = useWords().common;
  return (
    <div className={`ui-skeleton ui-skeleton-${shape}`} role="status">
      <span className="visually-hidden">{loading}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="ui-skeleton-line" aria-hidden />
      ))}
    </div>
  );
}
