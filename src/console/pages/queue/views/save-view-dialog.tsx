import { type SubmitEvent, useState } from 'react';
import { listViews, saveView } from '../../../../contract/queue.js';
import { useDeed } from '../../../api/use-deed.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkbox.js';
import { Dialog } from '../../../components/dialog.js';
import { TextField } from '../../../components/text-field.js';
import { say } from '../../../components/toast.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { QueueQuestion } from '../state/queue-question.js';

interface SaveViewDialogProps {
  readonly question: QueueQuestion;
  readonly onClose: () => void;
}

/** Gives what is shown a name under which it is found again. Leads may share it. */
export function SaveViewDialog({ question, onClose }: SaveViewDialogProps) {
  const { queue, common } = useWords();
  const words = queue.views;
  const wordsOf = useProblemWords();
  const mayShare = useMay('lead_chats');
  const [name, setName] = useState('');
  const [isShared, setIsShared] = useState(false);
  const { mutate, isPending, error } = useDeed(saveView, {
    changes: [listViews],
    onDone: () => {
      say({ kind: 'done', words: words.savedNow(name) });
      onClose();
    },
  });
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    mutate({ body: { name, is_shared: isShared, ...question } });
  };
  return (
    <Dialog title={words.saveTitle} isOpen onClose={onClose}>
      <form className="queue-save" onSubmit={save}>
        <TextField
          label={words.name}
          value={name}
          onChange={setName}
          maxLength={60}
          isRequired
          autoFocus
          error={error === null ? undefined : wordsOf(error)}
        />
        {mayShare && (
          <Checkbox isSelected={isShared} onChange={setIsShared}>
            {words.share}
          </Checkbox>
        )}
        <div className="queue-save-foot">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="main" type="submit" isPending={isPending}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
