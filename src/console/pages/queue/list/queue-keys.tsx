import type { RefObject } from 'react';
import { useShortcut } from '../../../keyboard/use-shortcut.js';
import { useWords } from '../../../words/use-words.js';
import type { QueueItem } from '../state/queue-item.js';
import { moveFocus } from './move-focus.js';

interface QueueKeysProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly rows: readonly QueueItem[];
  readonly openConversationId: string | null;
}

/** Moves through the list from wherever the focus is. */
export function QueueKeys({ list, rows, openConversationId }: QueueKeysProps) {
  const { queue, shell } = useWords();
  const area = { area: shell.areas.queue };
  const open = rows.find(({ conversation_id }) => conversation_id === openConversationId)?.id ?? null;
  useShortcut('j', () => moveFocus(list.current, 'ArrowDown', open), queue.keys.next, area);
  useShortcut('k', () => moveFocus(list.current, 'ArrowUp', open), queue.keys.previous, area);
  return null;
}
