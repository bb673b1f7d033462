import { lazy, Suspense, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useWords } from '../../../words/use-words.js';
import { ChosenBar } from '../deeds/chosen-bar.js';
import { RowKeys } from '../deeds/row-keys.js';
import { inboxAddress } from '../hooks/use-question.js';
import type { Queue } from '../hooks/use-queue.js';
import { useReadAhead } from '../hooks/use-read-ahead.js';
import { useRowDeedInHand } from '../hooks/use-row-deed-in-hand.js';
import type { QueueItem } from '../state/queue-item.js';
import type { QueueQuestion } from '../state/queue-question.js';
import { focusedRow } from './move-focus.js';
import { QueueKeys } from './queue-keys.js';
import { QueueList } from './queue-list.js';

const RowDeedDialog = lazy(() =>
  import('../deeds/row-deed-dialog.js').then((module) => ({ default: module.RowDeedDialog })),
);

interface WorkableListProps {
  readonly queue: Queue;
  readonly rows: readonly QueueItem[];
  readonly question: QueueQuestion;
}

/** The rows of a view with all that may be done to them. */
export function WorkableList({ queue, rows, question }: WorkableListProps) {
  const words = useWords().queue;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const meant = (openConversationId: string | null): readonly QueueItem[] =>
    meantRows(rows, chosen, focusedRow(queue.list.current), openConversationId);
  const inHand = useRowDeedInHand(meant, () => {
    setChosen(new Set());
    queue.refresh();
  });
  const readAhead = useReadAhead(rows);
  const open = (id: string): void => {
    const item = rows.find((row) => row.id === id);
    if (item !== undefined) navigate(inboxAddress(question, item.conversation_id));
  };
  return (
    <>
      <div className="queue-keys" onKeyDown={inHand.onKeyDown} {...readAhead}>
        <QueueList
          label={words.list.label(words.views.names[question.view])}
          queue={queue}
          rows={rows}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={open}
        />
      </div>
      <ChosenBar
        count={chosen.size}
        onDo={(deed) => inHand.run(deed, null)}
        onClear={() => setChosen(new Set())}
      />
      <QueueKeys list={queue.list} rows={rows} />
      <RowKeys onDo={inHand.run} />
      {inHand.asked !== null && (
        <Suspense>
          <RowDeedDialog {...inHand.asked} deeds={inHand.deeds} onClose={inHand.close} />
        </Suspense>
      )}
    </>
  );
}

/** The rows that a key means: those that are selected, else the one that has the focus, else the one that is open. */
function meantRows(
  rows: readonly QueueItem[],
  chosen: ReadonlySet<string>,
  focused: string | null,
  openConversationId: string | null,
): readonly QueueItem[] {
  if (chosen.size > 0) return rows.filter(({ id }) => chosen.has(id));
  if (focused !== null) return rows.filter(({ id }) => id === focused);
  return rows.filter(({ conversation_id }) => conversation_id === openConversationId);
}
