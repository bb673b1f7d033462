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
      return (
        <ResolveDialog
          workspace={first.workspace}
          mayAsk
          onResolve={(resolution) => deeds.resolve(items, resolution)}
          onClose={onClose}
        />
      );
  }
}
