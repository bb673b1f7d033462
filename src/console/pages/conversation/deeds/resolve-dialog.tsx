import { useState } from 'react';
import { Checkbox } from '../../../components/checkbox.js';
import { Dialog, DialogButtons } from '../../../components/dialog.js';
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
  const words = useWords().conversation.resolve;
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
      foot={<DialogButtons onCancel={onClose} confirm={words.submit} onConfirm={submit} autoFocus />}
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
      <Checkbox isSelected={asks} onChange={setAsks} hint={words.askRatingHint}>
        {words.askRating}
      </Checkbox>
    </Dialog>
  );
}
