import './note.css';
import { StickyNote } from 'lucide-react';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import type { NoteItem } from '../state/answers.js';
import { NoteText } from './note-text.js';

/** What a colleague wrote for colleagues. It must never look like something that the contact has read. */
export function Note({ item: { id, author, text, mentions, at } }: { readonly item: NoteItem }) {
  const { story } = useWords().conversation;
  return (
    <div className="note" data-item={id} title={story.noteHint}>
      <p className="note-head">
        <StickyNote aria-hidden /> {story.note} · <bdi>{author.name}</bdi>
      </p>
      <NoteText text={text} people={mentions} />
      <p className="note-time">
        <Moment at={at} as="clock" /> · {story.noteHint}
      </p>
    </div>
  );
}
