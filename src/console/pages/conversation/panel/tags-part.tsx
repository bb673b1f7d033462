import { X } from 'lucide-react';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { TextField } from '../../../components/text-field.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { useDeeds } from '../deeds/deeds-context.js';
import type { Desk } from '../state/answers.js';
import { Part } from './part.js';

interface TagsPartProps {
  readonly desk: Desk;
  readonly calls: number;
}

/** The contact's tags, to be taken away and added. */
export function TagsPart({ desk: { contact }, calls }: TagsPartProps) {
  const { panel } = useWords().conversation;
  const mayWork = useMay('work_chats');
  const deeds = useDeeds();
  return (
    <Part title={panel.tags}>
      {contact.tags.length === 0 && <p className="panel-quiet">{panel.noTags}</p>}
      <ul className="tags">
        {contact.tags.map((tag) => (
          <li key={tag} className={mayWork ? 'tag' : 'tag tag-plain'}>
            <bdi>{tag}</bdi>
            {mayWork && (
              <button
                type="button"
                className="tag-remove"
                aria-label={panel.removeTag(tag)}
                onClick={() => {
                  void deeds.changeTags({ add: [], remove: [tag] });
                }}
              >
                <X aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWork && <AddTag tags={contact.tags} calls={calls} />}
    </Part>
  );
}

function AddTag({ tags, calls }: { readonly tags: readonly string[]; readonly calls: number }) {
  const { panel } = useWords().conversation;
  const deeds = useDeeds();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (calls > 0) field.current?.focus();
  }, [calls]);
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    const tag = text.trim();
    if (tag === '') return;
    if (!tags.includes(tag)) void deeds.changeTags({ add: [tag], remove: [] });
    setText('');
  };
  return (
    <form onSubmit={add}>
      <TextField
        label={panel.addTag}
        isLabelHidden
        placeholder={panel.addTag}
        maxLength={60}
        value={text}
        onChange={setText}
        inputRef={field}
      />
    </form>
  );
}
