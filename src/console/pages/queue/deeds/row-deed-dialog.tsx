import { readDesk } from '../../../../contract/desk.js';
import { useAnswer } from '../../../api/use-answer.js';
import { AssignDialog } from '../../conversation/deeds/assign-dialog.js';
import { ResolveDialog } from '../../conversation/deeds/resolve-dialog.js';
import { SnoozeDialog } from '../../conversation/deeds/snooze-dialog.js';
import type { RowDeeds } from '../hooks/use-row-deeds.js';
import type { QueueItem } from '../state/queue-item.js';

export type AskedDeed = 'assign' | 'snooze' | 'resolve';

interface RowDeedDialogProps {
  readonly deed: AskedDeed;
  readonly items: readonly QueueItem[];
  readonly deeds: RowDeeds;
  readonly onClose: () => void;
}

/** Asks what there is to ask before it is done to one row or to several. */
export function RowDeedDialog({ deed, items, deeds, onClose }: RowDeedDialogProps) {
  const [first] = items;
  if (first === undefined) return null;
  switch (deed) {
    case 'assign':
      return (
        <AssignDialog
          workspace={first.workspace}
          handoff={items.length === 1 ? first : null}
          onAssign={(assignment) => deeds.assign(items, assignment)}
          onClose={onClose}
        />
      );
    case 'snooze':
      return <SnoozeDialog onSnooze={(until) => deeds.snooze(items, until)} onClose={onClose} />;
    case 'resolve':
      return <RowResolveDialog first={first} items={items} deeds={deeds} onClose={onClose} />;
  }
}

interface RowResolveDialogProps extends Omit<RowDeedDialogProps, 'deed'> {
  readonly first: QueueItem;
}

/** Of one chat it is known whether its contact may be written to; of several the server knows it for each. */
function RowResolveDialog({ first, items, deeds, onClose }: RowResolveDialogProps) {
  const isOne = items.length === 1;
  const params = { id: first.conversation_id };
  const { data: desk, error } = useAnswer(readDesk, { params }, { isWanted: isOne });
  if (isOne && desk === undefined && error === null) return null;
  return (
    <ResolveDialog
      workspace={first.workspace}
      mayAsk={desk?.composer.may_write ?? true}
      onResolve={(resolution) => deeds.resolve(items, resolution)}
      onClose={onClose}
    />
  );
}
