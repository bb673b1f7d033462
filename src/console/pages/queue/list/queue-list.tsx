import './queue-list.css';
import { useMemo } from 'react';
import {
  Collection,
  GridList,
  GridListLoadMoreItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components';
import { useWords } from '../../../words/use-words.js';
import type { Queue } from '../hooks/use-queue.js';
import type { QueueItem } from '../state/queue-item.js';
import { QueueRow } from './queue-row.js';

interface QueueListProps {
  readonly label: string;
  readonly queue: Queue;
  readonly rows: readonly QueueItem[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
}

/**
 * The rows of a view. Only those that can be seen, and a few around them, are on the page; thousands are in the collection
 * that stands behind them, which is therefore made anew when the rows change, and not when one is selected or opened.
 */
export function QueueList({ label, queue, rows, chosen, onChoose, onOpen }: QueueListProps) {
  const { rowSize } = queue;
  const content = useContent(queue, rows);
  const choose = (selection: Selection): void =>
    onChoose(selection === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...selection].map(String)));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize, loaderSize: rowSize }}>
      <GridList
        ref={queue.list}
        aria-label={label}
        className="queue-list"
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={choose}
        onAction={(key) => onOpen(String(key))}
        disallowTypeAhead
        onScroll={queue.onScroll}
      >
        {content}
      </GridList>
    </Virtualizer>
  );
}

const drawRow = (item: QueueItem) => <QueueRow item={item} />;

function useContent({ loadMore, isLoadingMore }: Queue, rows: readonly QueueItem[]) {
  const { more } = useWords().queue.list;
  return useMemo(
    () => (
      <>
        <Collection items={rows}>{drawRow}</Collection>
        {loadMore !== undefined && (
          <GridListLoadMoreItem className="queue-list-more" onLoadMore={loadMore} isLoading={isLoadingMore}>
            {more}
          </GridListLoadMoreItem>
        )}
      </>
    ),
    [rows, loadMore, isLoadingMore, more],
  );
}
