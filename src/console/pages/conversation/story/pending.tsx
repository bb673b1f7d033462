import './pending.css';
import { Button } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';
import type { Outgoing } from '../state/outbox.js';
import { LineText } from './line-body.js';

interface PendingProps {
  readonly outgoing: Outgoing;
  readonly onRetry: (outgoing: Outgoing) => void;
  readonly onEdit: (outgoing: Outgoing) => void;
}

/** What was sent and the story does not tell yet: on its way, or kept here because it did not get through. */
export function Pending({ outgoing, onRetry, onEdit }: PendingProps) {
  const { story, sending } = useWords().conversation;
  const { kind, text, progress, problem } = outgoing;
  const isFailed = progress === 'failed';
  return (
    <div className={kind === 'note' ? 'note note-waiting' : 'turn turn-person'}>
      {kind === 'note' ? <p className="note-head">{story.note}</p> : null}
      <div className={`line line-${isFailed ? 'not-yet' : 'going'}`}>
        <div className={kind === 'note' ? '' : 'line-bubble'}>
          <LineText text={text} />
        </div>
        <p className="line-meta">
          {isFailed ? (
            <span className="delivery-not" role="alert">
              {sending.failed}: {problem ?? sending.interrupted}
            </span>
          ) : (
            <span>{sending.sending}</span>
          )}
        </p>
        {isFailed && (
          <div className="pending-deeds">
            <Button isSmall onPress={() => onRetry(outgoing)}>
              {sending.retry}
            </Button>
            <Button isSmall kind="quiet" onPress={() => onEdit(outgoing)}>
              {sending.edit}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
