import { use } from 'react';
import { useCommand } from '../../../keyboard/commands.js';
import { useShortcut } from '../../../keyboard/use-shortcut.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { OpenConversation } from '../list/open-conversation.js';

export const rowKeys = { t: 'take', m: 'mine', a: 'assign', s: 'snooze', e: 'resolve' } as const;

export type RowDeedId = (typeof rowKeys)[keyof typeof rowKeys];

interface RowKeysProps {
  readonly onDo: (deed: RowDeedId, openConversationId: string | null) => void;
}

/** Offers what may be done to rows to the keyboard and in the palette. */
export function RowKeys({ onDo }: RowKeysProps) {
  const openConversationId = use(OpenConversation);
  return Object.entries(rowKeys).map(([keys, deed]) => (
    <RowKey key={deed} keys={keys} deed={deed} onDo={() => onDo(deed, openConversationId)} />
  ));
}

interface RowKeyProps {
  readonly keys: string;
  readonly deed: RowDeedId;
  readonly onDo: () => void;
}

function RowKey({ keys, deed, onDo }: RowKeyProps) {
  const { queue, shell } = useWords();
  const isEnabled = useMay('work_chats');
  const label = queue.keys[deed];
  const area = shell.areas.queue;
  useShortcut(keys, onDo, label, { area, isEnabled });
  useCommand({ id: `queue ${deed}`, label, area, keys, run: onDo, isEnabled });
  return null;
}
