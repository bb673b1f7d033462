import { ArrowUp } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';

interface ArrivedPillProps {
  readonly count: number;
  readonly onPress: () => void;
}

/** Leads up to what has come in above what can be seen. */
export function ArrivedPill({ count, onPress }: ArrivedPillProps) {
  const { list } = useWords().queue;
  if (count === 0) return null;
  return (
    <Button kind="main" isSmall className="queue-pill" icon={<ArrowUp aria-hidden />} onPress={onPress}>
      {list.toArrived(count)}
    </Button>
  );
}
