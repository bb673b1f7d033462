import './typing-dots.css';

/** What a follower sees while the business is typing. */
export function TypingDots() {
  return (
    <p className="typing-dots" role="img" aria-label="Typing">
      <span aria-hidden="true">•</span>
      <span aria-hidden="true">•</span>
      <span aria-hidden="true">•</span>
    </p>
  );
}
