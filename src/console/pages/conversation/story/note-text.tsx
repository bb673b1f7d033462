import { partsOfNote } from '../state/mentions.js';

interface NoteTextProps {
  readonly text: string;
  readonly people: readonly { readonly name: string }[];
}

/** A note's words, in which the names of those who are mentioned stand out. */
export function NoteText({ text, people }: NoteTextProps) {
  return (
    <p className="line-text" dir="auto">
      {partsOfNote(text, people).map((part, index) =>
        part.isMention ? (
          <bdi key={index} className="note-mention">
            {part.text}
          </bdi>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
