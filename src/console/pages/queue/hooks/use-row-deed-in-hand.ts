import { type KeyboardEvent, useState } from 'react';
import { useMay } from '../../../session/use-me.js';
import type { AskedDeed } from '../deeds/row-deed-dialog.js';
import { type RowDeedId, rowKeys } from '../deeds/row-keys.js';
import type { QueueItem } from '../state/queue-item.js';
import { type RowDeeds, useRowDeeds } from './use-row-deeds.js';

interface Asked {
  readonly deed: AskedDeed;
  readonly items: readonly QueueItem[];
}

export interface DeedInHand {
  readonly deeds: RowDeeds;
  /** What a dialog asks about; null: nothing. */
  readonly asked: Asked | null;
  readonly run: (deed: RowDeedId, openConversationId: string | null) => void;
  readonly close: () => void;
  /** Of the list: while a row has the focus, keys mean that row, not the conversation that is open. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Does at once what asks nothing; for the rest a dialog opens. `targets`: the rows that are meant while this conversation is open. */
export function useRowDeedInHand(
  targets: (openConversationId: string | null) => readonly QueueItem[],
  onDone: () => void,
): DeedInHand {
  const deeds = useRowDeeds(onDone);
  const mayWork = useMay('work_chats');
  const [asked, setAsked] = useState<Asked | null>(null);
  const run: DeedInHand['run'] = (deed, openConversationId) => {
    const items = targets(openConversationId);
    if (deed === 'take') deeds.take(items);
    else if (deed === 'mine') deeds.assignToMe(items);
    else if (items.length > 0) setAsked({ deed, items });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const deed = Object.entries(rowKeys).find(([keys]) => keys === key)?.[1];
    if (deed === undefined || ctrlKey || metaKey || altKey || !mayWork) return;
    event.preventDefault();
    // A row has the focus, so that what is open does not matter.
    run(deed, null);
  };
  return { deeds, asked, run, close: () => setAsked(null), onKeyDown };
}
