import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { CheckLine } from '../parts/check-line.js';
import { Dialog } from '../../../components/dialog.js';
import { Select } from '../../../components/select.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { DeedDialogProps } from './deed-dialogs.js';
import { useDeeds } from './deeds-context.js';

const nothing = '';

/** Closes the handoff: with what came of it, and whether the contact is asked how it was. */
export function ResolveDialog({ desk, onClose }: DeedDialogProps) {
  const { conversation, common } = useWords();
  const words = conversation.resolve;
  const deeds = useDeeds();
  const { workspaces } = useMe();
  const outcomes = workspaces.find(({ name }) => name === desk.workspace)?.outcomes ?? [];
  const [outcome, setOutcome] = useState(nothing);
  const [asks, setAsks] = useState(desk.composer.may_write);
  const submit = (): void => {
    onClose();
    void deeds.resolve({ ask_for_rating: asks, ...(outcome !== nothing && { outcome }) });
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="main" autoFocus onPress={submit}>
            {words.submit}
          </Button>
        </>
      }
    >
      {outcomes.length > 0 && (
        <Select
          label={words.outcome}
          choices={[
            { id: nothing, label: words.noOutcome },
            ...outcomes.map((name) => ({ id: name, label: name })),
          ]}
          value={outcome}
          onChange={setOutcome}
        />
      )}
      <CheckLine isChecked={asks} onChange={setAsks} hint={words.askRatingHint}>
        {words.askRating}
      </CheckLine>
    </Dialog>
  );
}
