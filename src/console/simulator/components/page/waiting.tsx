import './waiting.css';

/** Stands where a story will be; shown only when loading takes long enough to be noticed. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">Loading the chat…</span>
      <span className="waiting-bubble" />
      <span className="waiting-bubble waiting-follower" />
      <span className="waiting-bubble waiting-long" />
    </div>
  );
}
