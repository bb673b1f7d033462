import { useId, useState } from 'react';
import { StickyNote } from 'lucide-react';
import { listPeople } from '../../../../contract/identity.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Button } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';
import type { DraftInHand } from '../hooks/use-draft.js';
import type { Sending } from '../hooks/use-sending.js';
import { useSuggestions } from '../hooks/use-suggestions.js';
import type { Desk } from '../state/answers.js';
import { mentionedIn, peopleCalled } from '../state/mentions.js';
import { judgeLength } from '../state/text-length.js';
import { LengthLine } from './length-line.js';
import { WriteField } from './write-field.js';

interface NoteFieldProps {
  readonly desk: Desk;
  readonly draft: DraftInHand;
  readonly onSend: Sending['send'];
}

const longest = { most: 10_000, unit: 'utf16' } as const;

/** Where a note to colleagues is written. */
export function NoteField({ draft, onSend }: NoteFieldProps) {
  const { composer: words } = useWords().conversation;
  const [caret, setCaret] = useState<{ readonly at: number | null }>({ at: null });
  const descriptionId = useId();
  const people = useColleagues();
  const { note: text } = draft;
  const length = judgeLength(text, longest);
  const maySend = text.trim() !== '' && !length.isOver;
  const suggestions = useSuggestions({
    text,
    sign: '@',
    find: (query) =>
      peopleCalled(query, people).map(({ id, name, email }) => ({
        ...{ id, name, more: email, instead: `@${name} ` },
      })),
    onPut: (changed, at) => {
      draft.setText(changed, 'note');
      setCaret({ at });
    },
  });
  const send = (): void => {
    if (!maySend) return;
    const mentions = mentionedIn(text, people);
    onSend({ kind: 'note', text: text.trim(), mentions, uploads: [] });
    draft.setText('', 'note');
  };
  return (
    <>
      <WriteField
        label={words.noteLabel}
        hint={words.noteHint}
        text={text}
        onChange={(written) => draft.setText(written, 'note')}
        onSend={send}
        suggestions={suggestions}
        suggestionsLabel={words.people}
        suggestionsNothing={words.nobodyCalled}
        caret={caret}
        isInvalid={length.isOver}
        descriptionId={descriptionId}
      />
      <div className="composer-foot">
        <LengthLine id={descriptionId} length={length} unit={longest.unit} open={[]} />
        <Button kind="main" icon={<StickyNote aria-hidden />} isDisabled={!maySend} onPress={send}>
          {words.addNote}
        </Button>
      </div>
    </>
  );
}

/** Whoever can be mentioned. */
function useColleagues() {
  const { data } = useAnswer(listPeople, {});
  return (data?.items ?? []).filter(({ is_disabled: isDisabled }) => !isDisabled);
}
