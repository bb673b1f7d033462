import './queue-pane.css';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ErrorState } from '../../../components/error-state.js';
import { useWords } from '../../../words/use-words.js';
import { useArrivals } from '../hooks/use-arrivals.js';
import { useFreshQueue } from '../hooks/use-fresh-queue.js';
import { inboxAddress } from '../hooks/use-question.js';
import { useQueuePages } from '../hooks/use-queue-pages.js';
import { useSteadyScroll } from '../hooks/use-steady-scroll.js';
import { pagesWith, rowsOf } from '../state/queue-pages.js';
import type { QueueQuestion } from '../state/queue-question.js';
import { ArrivedPill } from './arrived-pill.js';
import { EmptyQueue } from './empty-queue.js';
import { OldListLine } from './old-list-line.js';
import { OpenConversation } from './open-conversation.js';
import { QueueKeys } from './queue-keys.js';
import { QueueList } from './queue-list.js';
import { QueueSkeleton } from './queue-skeleton.js';
import { rowSizePx } from './row-size.js';

interface QueuePaneProps {
  readonly question: QueueQuestion;
  readonly openConversationId: string | null;
}

/** The list of one view, whatever state it is in. */
export function QueuePane({ question, openConversationId }: QueuePaneProps) {
  const words = useWords().queue;
  const [, navigate] = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const [rowSize] = useState(rowSizePx);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useQueuePages(question);
  const rows = useMemo(() => data && rowsOf(data), [data]);
  const place = useListPlace(list, rowSize);
  const { look } = useFreshQueue(question, () =>
    data === undefined ? [] : pagesWith(data, ...place.visible()),
  );
  const arrivals = useArrivals(rows, !hasNextPage, place.isAtTop);
  useSteadyScroll(rows ?? none, list, rowSize);

  if (rows === undefined)
    return error === null ? <QueueSkeleton /> : <ErrorState problem={error} onRetry={() => void refetch()} />;
  const open = (id: string): void => {
    const item = rows.find((row) => row.id === id);
    if (item !== undefined) navigate(inboxAddress(question, item.conversation_id));
  };
  const scrolled = (): void => {
    look();
    if (place.isAtTop()) arrivals.forget();
  };
  return (
    <OpenConversation value={openConversationId}>
      <div className="queue-pane">
        {error !== null && <OldListLine onRetry={() => void refetch()} />}
        <ArrivedPill count={arrivals.count} onPress={() => list.current?.scrollTo({ top: 0 })} />
        {rows.length === 0 ? (
          <EmptyQueue question={question} />
        ) : (
          <QueueList
            label={words.list.label(words.views.names[question.view])}
            rows={rows}
            rowSize={rowSize}
            listRef={list}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={open}
            onMore={hasNextPage ? () => void fetchNextPage() : undefined}
            isLoadingMore={isFetchingNextPage}
            onScroll={scrolled}
          />
        )}
        <QueueKeys list={list} rows={rows} openConversationId={openConversationId} />
      </div>
    </OpenConversation>
  );
}

const none: readonly never[] = [];

/** Where one is in the list: which rows can be seen, first and last, and whether that is its top. */
function useListPlace(list: React.RefObject<HTMLDivElement | null>, rowSize: number) {
  return {
    visible: (): [number, number] => {
      const { scrollTop = 0, clientHeight = 0 } = list.current ?? {};
      return [Math.floor(scrollTop / rowSize), Math.ceil((scrollTop + clientHeight) / rowSize)];
    },
    isAtTop: (): boolean => (list.current?.scrollTop ?? 0) < rowSize / 2,
  };
}
