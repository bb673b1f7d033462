import './follower-message.css';
import type { FollowerBubble } from '../../state/bubbles.js';
import { BubbleTime } from './bubble-time.js';

interface FollowerMessageProps {
  readonly bubble: FollowerBubble;
  readonly sayAgain: (id: string) => void;
}

/** What the follower said; with a way to try again when it did not get through. */
export function FollowerMessage({ bubble, sayAgain }: FollowerMessageProps) {
  const { id, text, at, way, progress, problem } = bubble;
  return (
    <>
      <p className={`bubble own own-${progress}`} dir="auto">
        {text}
      </p>
      {progress === 'failed' ? (
        <>
          <p className="own-problem">not sent: {problem}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              sayAgain(id);
            }}
          >
            Try again
          </button>
        </>
      ) : (
        <p className="bubble-meta">
          {way !== null && <span>{way}</span>}
          <BubbleTime at={at} />
          {progress === 'sending' && <span>sending</span>}
        </p>
      )}
    </>
  );
}
