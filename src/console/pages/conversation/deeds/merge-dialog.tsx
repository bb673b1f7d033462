import './deed-dialogs.css';
import { useDeferredValue, useState } from 'react';
import { search } from '../../../../contract/queue.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { TextField } from '../../../components/text-field.js';
import { useWords } from '../../../words/use-words.js';
import { Phrase } from '../parts/phrase.js';
import type { Desk } from '../state/answers.js';
import type { DeedDialogProps } from './deed-dialog-props.js';
import { useDeeds } from './deeds-context.js';

interface Other {
  readonly contact_id: string;
  readonly name: string | null;
  readonly platform_ids: readonly string[];
}

/** Joins another contact of the same account with this one: it is found, then what happens is confirmed. */
export function MergeDialog({ desk, onClose }: DeedDialogProps) {
  const { conversation, common } = useWords();
  const words = conversation.merge;
  const deeds = useDeeds();
  const [other, setOther] = useState<Other | null>(null);
  const merge = (contactId: string): void => {
    onClose();
    void deeds.merge(contactId);
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      foot={
        other !== null && (
          <>
            <Button onPress={() => setOther(null)}>{words.back}</Button>
            <Button kind="danger" onPress={() => merge(other.contact_id)}>
              {words.submit}
            </Button>
          </>
        )
      }
    >
      {other === null ? (
        <FindOther desk={desk} onChoose={setOther} />
      ) : (
        <ul className="merge-consequences" aria-label={words.confirm}>
          {words.consequences.map((consequence) => (
            <li key={consequence}>
              <Phrase
                text={consequence}
                values={{
                  name: desk.contact.name ?? common.nameless,
                  other: nameOf(other) ?? common.nameless,
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

interface FindOtherProps {
  readonly desk: Desk;
  readonly onChoose: (other: Other) => void;
}

function FindOther({ desk, onChoose }: FindOtherProps) {
  const { conversation, common } = useWords();
  const words = conversation.merge;
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const isWanted = q.length >= 2;
  const { data } = useAnswer(search, { query: { q, limit: 20 } }, { isWanted, keepsLast: true });
  const found = (data?.contacts ?? []).filter(
    ({ account, contact_id: id }) => account === desk.account && id !== desk.contact.id,
  );
  return (
    <>
      <p className="deed-hint">{words.hint}</p>
      <TextField label={words.search} value={text} onChange={setText} autoFocus />
      {!isWanted && <p className="deed-hint">{words.keep}</p>}
      {isWanted && data !== undefined && found.length === 0 && <p role="status">{words.none}</p>}
      {isWanted && (
        <ul className="merge-results" aria-label={words.results}>
          {found.map((one) => (
            <li key={one.contact_id}>
              <Button
                kind="quiet"
                icon={<Avatar name={nameOf(one) ?? ''} size="small" />}
                onPress={() => onChoose(one)}
              >
                <bdi>{one.name ?? common.nameless}</bdi>{' '}
                <bdi className="snooze-when">{one.platform_ids.join(', ')}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function nameOf({ name, platform_ids: ids }: Other): string | undefined {
  return name ?? ids[0];
}
