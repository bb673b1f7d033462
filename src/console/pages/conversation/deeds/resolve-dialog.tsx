import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { CheckLine } from '../parts/check-line.js';
import { Dialog } from '../../../components/dialog.js';
import { Select } from '../../../components/select.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { Resolution } from './deed-types.js';

const nothing = '';

interface ResolveDialogProps {
  /** The outcomes of this workspace are offered. */
  readonly workspace: string;
  /** Whether the contact may be asked how it was. */
  readonly mayAsk: boolean;
  readonly onResolve: (resolution: Resolution) => void;
  readonly onClose: () => void;
}

/** Closes the handoff: with what came of it, and whether the contact is asked how it was. */
export function ResolveDialog({ workspace, mayAsk, onResolve, onClose }: ResolveDialogProps) {
  const { conversation, common } = useWords();
  const words = conversation.resolve;
  const { workspaces } = useMe();
  const outcomes = workspaces.find(({ name }) => name === workspace)?.outcomes ?? [];
  const [outcome, setOutcome] = useState(nothing);
  const [asks, setAsks] = useState(mayAsk);
  const submit = (): void => {
    onClose();
    onResolve({ ask_for_rating: asks, ...(outcome !== nothing && { outcome }) });
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
