import './line-body.css';
import { useWords } from '../../../words/use-words.js';
import type { Line } from '../state/answers.js';
import { Attachment } from './attachment.js';
import { Cards } from './cards.js';
import { LineButtons } from './line-buttons.js';
import { SentMedia } from './sent-media.js';

interface LineBodyProps {
  readonly conversationId: string;
  readonly line: Line;
}

/** Everything that a message said and showed; always as text, never as markup. */
export function LineBody({ conversationId, line }: LineBodyProps) {
  const { text, link, buttons, media, cards, attachments, quick_replies: quickReplies } = line;
  const pressed = link === null ? buttons : [{ kind: 'link' as const, ...link }, ...buttons];
  return (
    <>
      {media !== null && <SentMedia media={media} />}
      {text === '' ? <WithoutWords line={line} /> : <LineText text={text} />}
      {attachments.map((attachment, index) => (
        <Attachment
          key={index}
          place={{ conversationId, messageId: line.id, index }}
          attachment={attachment}
        />
      ))}
      {pressed.length > 0 && <LineButtons buttons={pressed} />}
      {cards.length > 0 && <Cards cards={cards} />}
      {quickReplies.length > 0 && <QuickReplies titles={quickReplies.map(({ title }) => title)} />}
    </>
  );
}

export function LineText({ text }: { readonly text: string }) {
  return (
    <p className="line-text" dir="auto">
      {text}
    </p>
  );
}

function WithoutWords({ line }: { readonly line: Line }) {
  const { story } = useWords().conversation;
  const showsSomething = line.media !== null || line.cards.length > 0 || line.attachments.length > 0;
  return showsSomething ? null : <p className="line-without-words">{story.emptyMessage}</p>;
}

function QuickReplies({ titles }: { readonly titles: readonly string[] }) {
  const { story } = useWords().conversation;
  return (
    <ul className="line-quick-replies" aria-label={story.quickReplies}>
      {titles.map((title, index) => (
        <li key={index} dir="auto">
          {title}
        </li>
      ))}
    </ul>
  );
}
