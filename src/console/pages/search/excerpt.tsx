/** What was found stands between these two, which no text of people has. */
const marks = /(\uE000[^\uE001]*\uE001)/;

/** A piece of a text, with what was found in it marked. */
export function Excerpt({ text }: { readonly text: string }) {
  const parts = text.split(marks);
  return (
    <span className="search-excerpt" dir="auto">
      {parts.map((part, at) =>
        part.startsWith('\uE000') ? <mark key={at}>{part.slice(1, -1)}</mark> : <span key={at}>{part}</span>,
      )}
    </span>
  );
}
