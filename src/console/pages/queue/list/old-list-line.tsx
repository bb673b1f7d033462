import { Button } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';

/** Says that the list shows what was there before, because it could not be read anew. */
export function OldListLine({ onRetry }: { readonly onRetry: () => void }) {
  const { queue, common } = useWords();
  return (
    <div className="queue-old" role="status">
      <span>
        {queue.list.old} {queue.list.oldBut}
      </span>
      <Button isSmall kind="quiet" onPress={onRetry}>
        {common.tryAgain}
      </Button>
    </div>
  );
}
