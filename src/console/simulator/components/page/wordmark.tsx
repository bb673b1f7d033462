import './wordmark.css';

export function Wordmark() {
  return (
    <h1 className="wordmark">
      Heyword <span className="wordmark-room">simulator</span>
    </h1>
  );
}
