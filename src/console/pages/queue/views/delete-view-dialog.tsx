import { deleteView, listViews } from '../../../../contract/queue.js';
import { useDeed } from '../../../api/use-deed.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import { ConfirmDialog } from '../../../components/dialog.js';
import { say } from '../../../components/toast.js';
import { useWords } from '../../../words/use-words.js';
import type { SavedView } from '../state/queue-item.js';

interface DeleteViewDialogProps {
  readonly view: SavedView;
  readonly onClose: () => void;
}

export function DeleteViewDialog({ view: { id, name }, onClose }: DeleteViewDialogProps) {
  const { queue, common } = useWords();
  const words = queue.views;
  const wordsOf = useProblemWords();
  const { mutate, isPending } = useDeed(deleteView, {
    changes: [listViews],
    onDone: () => {
      say({ kind: 'done', words: words.removed });
      onClose();
    },
    onProblem: (problem) => say({ kind: 'problem', words: common.couldNotDo, why: wordsOf(problem) }),
  });
  return (
    <ConfirmDialog
      title={words.removeTitle(name)}
      confirm={common.delete}
      isDanger
      isPending={isPending}
      isOpen
      onConfirm={() => mutate({ params: { id } })}
      onClose={onClose}
    >
      <p>{words.removeWhat}</p>
    </ConfirmDialog>
  );
}
