import './queue-list.css';
import type { RefObject } from 'react';
import {
  Collection,
  GridList,
  GridListLoadMoreItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components';
import { useWords } from '../../../words/use-words.js';
import type { QueueItem } from '../state/queue-item.js';
import { QueueRow } from './queue-row.js';

interface QueueListProps {
  readonly label: string;
  readonly rows: readonly QueueItem[];
  readonly rowSize: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
  /** Undefined: everything is loaded. */
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  readonly onScroll: () => void;
}

/** The rows of a view. Only those that can be seen, and a few around them, are on the page. */
export function QueueList(props: QueueListProps) {
  const { label, rows, rowSize, listRef, chosen, onChoose, onOpen, onMore, isLoadingMore, onScroll } = props;
  const { list } = useWords().queue;
  const choose = (selection: Selection): void =>
    onChoose(selection === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...selection].map(String)));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize, loaderSize: rowSize }}>
      <GridList
        ref={listRef}
        aria-label={label}
        className="queue-list"
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={choose}
        onAction={(key) => onOpen(String(key))}
        disallowTypeAhead
        onScroll={onScroll}
      >
        <Collection items={rows}>{(item) => <QueueRow item={item} />}</Collection>
        {onMore !== undefined && (
          <GridListLoadMoreItem className="queue-list-more" onLoadMore={onMore} isLoading={isLoadingMore}>
            {list.more}
          </GridListLoadMoreItem>
        )}
      </GridList>
    </Virtualizer>
  );
}
