import './draft-form.css';
import { useId, type KeyboardEvent, type RefObject, type SubmitEvent } from 'react';
import { useDraft } from '../../hooks/use-draft.js';
import type { Saying } from '../../state/saying.js';
import { judgeText } from '../../state/text-limit.js';
import { SendIcon } from '../page/icons.js';

interface DraftFormProps {
  readonly name: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly say: (saying: Saying) => void;
}

/** The message that is being written. */
export function DraftForm({ name, field, say }: DraftFormProps) {
  const [draft, setDraft] = useDraft(name);
  const noteId = useId();
  const { isSendable, note } = judgeText(draft);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isSendable) return;
    say({ way: 'text', text: draft });
    setDraft('');
  };

  return (
    <form className="draft" onSubmit={send}>
      {note !== undefined && (
        <p id={noteId} className="draft-note" role="status">
          {note}
        </p>
      )}
      <textarea
        ref={field}
        className="draft-field"
        rows={1}
        dir="auto"
        enterKeyHint="send"
        aria-label={`Message as ${name}`}
        aria-describedby={note === undefined ? undefined : noteId}
        placeholder={`Write as ${name}`}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onKeyDown={submitOnEnter}
      />
      <button
        type="submit"
        className="round-button round-button-main"
        aria-label="Send"
        aria-disabled={!isSendable}
      >
        <SendIcon />
      </button>
    </form>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  // While an input method composes a word, Enter chooses the word.
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
