import './queue-pane.css';
import { memo } from 'react';
import { ErrorState } from '../../../components/error-state.js';
import { useQueue } from '../hooks/use-queue.js';
import type { QueueQuestion } from '../state/queue-question.js';
import { ArrivedPill } from './arrived-pill.js';
import { EmptyQueue } from './empty-queue.js';
import { OldListLine } from './old-list-line.js';
import { QueueSkeleton } from './queue-skeleton.js';
import { WorkableList } from './workable-list.js';

interface QueuePaneProps {
  readonly question: QueueQuestion;
}

/** The list of one view, whatever state it is in. It stays as it is while conversations are opened beside it. */
export const QueuePane = memo(function QueuePane({ question }: QueuePaneProps) {
  const queue = useQueue(question);
  const { rows, problem, retry, list, arrived } = queue;
  if (rows === undefined)
    return problem === null ? <QueueSkeleton /> : <ErrorState problem={problem} onRetry={retry} />;
  return (
    <div className="queue-pane">
      {problem !== null && <OldListLine onRetry={retry} />}
      <ArrivedPill count={arrived} onPress={() => list.current?.scrollTo({ top: 0 })} />
      {rows.length === 0 ? (
        <EmptyQueue question={question} />
      ) : (
        <WorkableList queue={queue} rows={rows} question={question} />
      )}
    </div>
  );
});
