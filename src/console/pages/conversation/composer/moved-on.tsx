import { useId } from 'react';
import { Button } from '../../../components/button.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { DraftInHand } from '../hooks/use-draft.js';
import type { Sending } from '../hooks/use-sending.js';
import { Phrase } from '../parts/phrase.js';
import type { Desk, TimelineItem } from '../state/answers.js';
import { unseenBy, type Outgoing } from '../state/outbox.js';

interface MovedOnProps {
  readonly outgoing: Outgoing;
  readonly items: readonly TimelineItem[];
  readonly sending: Sending;
  readonly draft: DraftInHand;
  readonly contact: Desk['contact'];
}

/** Somebody said something while this reply was written: its writer sees what, and decides. */
export function MovedOn({ outgoing, items, sending, draft, contact }: MovedOnProps) {
  const words = useWords().conversation.sending;
  const { user } = useMe();
  const titleId = useId();
  const edit = (): void => {
    draft.putBack(outgoing.text, 'reply');
    sending.takeBack(outgoing);
  };
  const news = unseenBy(outgoing, items, (item) => isBy(item, user));
  return (
    <div className="moved-on" role="alertdialog" aria-labelledby={titleId} aria-modal={false}>
      <h2 id={titleId} className="moved-on-title">
        {words.movedOn}
      </h2>
      <ul className="moved-on-news">
        {news.slice(-4).map((item) => (
          <li key={item.id}>
            <News item={item} contact={contact} />
          </li>
        ))}
      </ul>
      <p className="moved-on-own">
        <span>{words.yours}:</span> <bdi>{outgoing.text}</bdi>
      </p>
      <div className="moved-on-deeds">
        <Button autoFocus kind="main" isSmall onPress={edit}>
          {words.edit}
        </Button>
        <Button isSmall onPress={() => sending.sendAgain(outgoing, true)}>
          {words.anyway}
        </Button>
      </div>
    </div>
  );
}

function News({ item, contact }: { readonly item: TimelineItem; readonly contact: Desk['contact'] }) {
  const { conversation, common } = useWords();
  const words = conversation.sending;
  if (item.kind === 'fact') return null;
  if (item.kind === 'note')
    return <Said phrase={words.notedMeanwhile} name={item.author.name} text={item.text} />;
  const { direction, speaker, text } = item.line;
  if (direction === 'in')
    return <Said phrase={words.wroteMeanwhile} name={contact.name ?? common.nameless} text={text} />;
  const name = speaker?.kind === 'person' ? speaker.name : conversation.story.bot;
  return <Said phrase={words.answeredMeanwhile} name={name} text={text} />;
}

interface SaidProps {
  readonly phrase: string;
  readonly name: string;
  readonly text: string;
}

function Said({ phrase, name, text }: SaidProps) {
  return (
    <>
      <span className="moved-on-who">
        <Phrase text={phrase} values={{ name }} />
      </span>{' '}
      <bdi>{text}</bdi>
    </>
  );
}

function isBy(item: TimelineItem, { id, name }: { readonly id: string; readonly name: string }): boolean {
  if (item.kind === 'note') return item.author.id === id;
  return item.kind === 'message' && item.line.speaker?.kind === 'person' && item.line.speaker.name === name;
}
