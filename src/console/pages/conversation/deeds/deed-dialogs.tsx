import { ConfirmDialog } from '../../../components/dialog.js';
import { useWords } from '../../../words/use-words.js';
import { Phrase } from '../parts/phrase.js';
import { AssignDialog } from './assign-dialog.js';
import type { DeedDialogProps } from './deed-dialog-props.js';
import { useDeeds } from './deeds-context.js';
import type { DeedId } from './deed-list.js';
import { HandBackDialog } from './hand-back-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { ResolveDialog } from './resolve-dialog.js';
import { SnoozeDialog } from './snooze-dialog.js';

/** The dialog of what is being done; none, where nothing is asked first. */
export function DeedDialog({ deed, desk, onClose }: DeedDialogProps & { readonly deed: DeedId }) {
  const deeds = useDeeds();
  const given = { desk, onClose };
  switch (deed) {
    case 'assign':
      return (
        <AssignDialog
          workspace={desk.workspace}
          handoff={desk.handoff}
          onAssign={(assignment) => void deeds.assign(assignment)}
          onClose={onClose}
        />
      );
    case 'hand_back':
      return <HandBackDialog {...given} />;
    case 'snooze':
      return <SnoozeDialog onSnooze={(until) => void deeds.snooze(until)} onClose={onClose} />;
    case 'resolve':
      return (
        <ResolveDialog
          workspace={desk.workspace}
          mayAsk={desk.composer.may_write}
          onResolve={(resolution) => void deeds.resolve(resolution)}
          onClose={onClose}
        />
      );
    case 'merge':
      return <MergeDialog {...given} />;
    case 'block':
      return <BlockDialog {...given} />;
    default:
      return null;
  }
}

function BlockDialog({ desk, onClose }: DeedDialogProps) {
  const { conversation, common } = useWords();
  const deeds = useDeeds();
  const words = conversation.block;
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.submit}
      isDanger
      isOpen
      onClose={onClose}
      onConfirm={() => {
        onClose();
        void deeds.block(true);
      }}
    >
      <p>
        <Phrase text={words.what} values={{ name: desk.contact.name ?? common.nameless }} />
      </p>
    </ConfirmDialog>
  );
}
