import './queue-pane.css';
import { ErrorState } from '../../../components/error-state.js';
import { useQueue } from '../hooks/use-queue.js';
import type { QueueQuestion } from '../state/queue-question.js';
import { ArrivedPill } from './arrived-pill.js';
import { EmptyQueue } from './empty-queue.js';
import { OldListLine } from './old-list-line.js';
import { OpenConversation } from './open-conversation.js';
import { QueueSkeleton } from './queue-skeleton.js';
import { WorkableList } from './workable-list.js';

interface QueuePaneProps {
  readonly question: QueueQuestion;
  readonly openConversationId: string | null;
}

/** The list of one view, whatever state it is in. */
export function QueuePane({ question, openConversationId }: QueuePaneProps) {
  const queue = useQueue(question);
  const { rows, problem, retry, list, arrived } = queue;
  if (rows === undefined)
    return problem === null ? <QueueSkeleton /> : <ErrorState problem={problem} onRetry={retry} />;
  return (
    <OpenConversation value={openConversationId}>
      <div className="queue-pane">
        {problem !== null && <OldListLine onRetry={retry} />}
        <ArrivedPill count={arrived} onPress={() => list.current?.scrollTo({ top: 0 })} />
        {rows.length === 0 ? (
          <EmptyQueue question={question} />
        ) : (
          <WorkableList
            queue={queue}
            rows={rows}
            question={question}
            openConversationId={openConversationId}
          />
        )}
      </div>
    </OpenConversation>
  );
}
