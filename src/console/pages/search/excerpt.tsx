import { piecesOf } from './marked-text.js';

/** A piece of a text, with what was found in it marked. */
export function Excerpt({ text }: { readonly text: string }) {
  return (
    <span className="search-excerpt" dir="auto">
      {piecesOf(text).map(({ text: piece, isMarked }, at) =>
        isMarked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
      )}
    </span>
  );
}
