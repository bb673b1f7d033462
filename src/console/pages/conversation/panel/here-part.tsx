import { Avatar } from '../../../components/avatar.js';
import { Phrase } from '../parts/phrase.js';
import { useWords } from '../../../words/use-words.js';
import type { Present } from '../state/answers.js';
import { Part } from './part.js';

export function HerePart({ present }: { readonly present: readonly Present[] }) {
  const { panel, composer } = useWords().conversation;
  return (
    <Part title={panel.here}>
      <ul className="panel-people">
        {present.map(({ id, name, is_typing: isTyping }) => (
          <li key={id}>
            <Avatar name={name} size="small" />
            <span>{isTyping ? <Phrase text={composer.typing} values={{ name }} /> : <bdi>{name}</bdi>}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
