import { type RefObject, use } from 'react';
import { useShortcut } from '../../../keyboard/use-shortcut.js';
import { useWords } from '../../../words/use-words.js';
import type { QueueItem } from '../state/queue-item.js';
import { moveFocus } from './move-focus.js';
import { OpenConversation } from './open-conversation.js';

interface QueueKeysProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly rows: readonly QueueItem[];
}

/** Moves through the list from wherever the focus is. */
export function QueueKeys({ list, rows }: QueueKeysProps) {
  const { queue, shell } = useWords();
  const area = { area: shell.areas.queue };
  const openConversationId = use(OpenConversation);
  const open = rows.find(({ conversation_id }) => conversation_id === openConversationId)?.id ?? null;
  useShortcut('j', () => moveFocus(list.current, 'ArrowDown', open), queue.keys.next, area);
  useShortcut('k', () => moveFocus(list.current, 'ArrowUp', open), queue.keys.previous, area);
  return null;
}
