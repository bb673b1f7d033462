import { Avatar } from '../../../components/avatar.js';
import { useWording, useWords } from '../../../words/use-words.js';
import { Phrase } from '../parts/phrase.js';
import type { Present } from '../state/answers.js';

/** Who else is here, so that two do not answer at once; whoever types counts more than whoever reads. */
export function CollisionLine({ present }: { readonly present: readonly Present[] }) {
  const { composer } = useWords().conversation;
  const { language } = useWording();
  const typing = present.filter(({ is_typing: isTyping }) => isTyping);
  const named = typing.length > 0 ? typing : present;
  const names = new Intl.ListFormat(language).format(named.map(({ name }) => name));
  const [one, several] =
    typing.length > 0
      ? [composer.typing, composer.severalTyping]
      : [composer.reading, composer.severalReading];
  return (
    <div className="collision" role="status">
      {named.length > 0 && (
        <>
          {named.slice(0, 3).map(({ id, name }) => (
            <Avatar key={id} name={name} size="small" />
          ))}
          <span className={typing.length > 0 ? 'collision-typing' : ''}>
            <Phrase text={named.length === 1 ? one : several} values={{ name: names, names }} />
          </span>
        </>
      )}
    </div>
  );
}
