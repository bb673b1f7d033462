import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.js';
import { Keys } from '../../components/keys.js';
import { useWords } from '../../words/use-words.js';

/** Beside the queue, before a conversation is chosen. */
export function NothingOpen() {
  const { title, why } = useWords().shell.nothingOpen;
  return (
    <EmptyState icon={<MessagesSquare aria-hidden />} title={title}>
      <p>
        {why} <Keys keys="?" />
      </p>
    </EmptyState>
  );
}
