import './story.css';
import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';
import { ErrorState } from '../../../components/error-state.js';
import { Skeleton } from '../../../components/skeleton.js';
import { useWords } from '../../../words/use-words.js';
import { useStoryScroll } from '../hooks/use-story-scroll.js';
import { useUnseen } from '../hooks/use-unseen.js';
import type { Timeline } from '../hooks/use-timeline.js';
import { notYetTold, type Outgoing } from '../state/outbox.js';
import { EarlierLines } from './earlier-lines.js';
import { Pending } from './pending.js';
import { StoryEntries } from './story-entries.js';

interface StoryProps {
  readonly conversationId: string;
  readonly contactName: string;
  readonly timeline: Timeline;
  readonly outbox: readonly Outgoing[];
  readonly onRetry: (outgoing: Outgoing) => void;
  readonly onEdit: (outgoing: Outgoing) => void;
  /** What stands above the beginning. */
  readonly children: ReactNode;
}

/** Everything that was said and done, in one column, the newest in sight. */
export function Story(props: StoryProps) {
  const { conversationId, contactName, timeline, outbox, onRetry, onEdit, children } = props;
  const { items } = timeline;
  const { story } = useWords().conversation;
  const { log, content, isAway, toEnd } = useStoryScroll(items);
  const unseen = useUnseen(items, isAway);
  const pending = useMemo(() => notYetTold(outbox, items ?? []), [outbox, items]);
  const ownNewest = pending.at(-1)?.requestId;
  useEffect(toEnd, [toEnd, ownNewest]);
  return (
    <div className="story-frame">
      <div
        ref={log}
        className="story"
        role="log"
        aria-label={story.label(contactName)}
        aria-busy={timeline.isReadingEarlier || items === undefined}
        tabIndex={0}
      >
        <div ref={content} className="story-content">
          <EarlierLines timeline={timeline} log={log} />
          {!timeline.hasEarlier && children}
          <Beginning timeline={timeline} />
          {items !== undefined && (
            <StoryEntries conversationId={conversationId} contactName={contactName} items={items} />
          )}
          {pending
            .filter(({ progress }) => progress !== 'moved_on')
            .map((outgoing) => (
              <Pending key={outgoing.requestId} outgoing={outgoing} onRetry={onRetry} onEdit={onEdit} />
            ))}
        </div>
      </div>
      {isAway && (
        <Button className="story-to-end" icon={<ArrowDown aria-hidden />} onPress={toEnd}>
          {unseen > 0 ? story.newMessages(unseen) : story.toEnd}
        </Button>
      )}
    </div>
  );
}

/** What stands there while nothing of the story can. */
function Beginning({ timeline }: Pick<StoryProps, 'timeline'>) {
  const { story } = useWords().conversation;
  const { items, problem, readAgain } = timeline;
  if (problem !== null && items === undefined) return <ErrorState problem={problem} onRetry={readAgain} />;
  if (items === undefined) return <Skeleton lines={6} shape="rows" />;
  return items.length === 0 ? <EmptyState title={story.empty} /> : null;
}
