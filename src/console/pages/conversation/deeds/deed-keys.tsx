import { useCommand } from '../../../keyboard/commands.js';
import { useShortcut } from '../../../keyboard/use-shortcut.js';
import { useWords } from '../../../words/use-words.js';
import type { Deed, DeedId } from './deed-list.js';

interface DeedKeysProps {
  readonly deeds: readonly Deed[];
  readonly onDo: (id: DeedId) => void;
}

/** Offers every deed to the keyboard and in the palette. */
export function DeedKeys({ deeds, onDo }: DeedKeysProps) {
  return deeds.map((deed) => <DeedKey key={deed.id} deed={deed} onDo={onDo} />);
}

function DeedKey({ deed, onDo }: { readonly deed: Deed; readonly onDo: DeedKeysProps['onDo'] }) {
  const area = useWords().shell.areas.conversation;
  const { id, label, keys, isEnabled } = deed;
  const run = (): void => onDo(id);
  useShortcut(keys ?? '', run, label, { area, isEnabled: isEnabled && keys !== undefined });
  useCommand({ id: `conversation ${id}`, label, area, run, isEnabled, ...(keys !== undefined && { keys }) });
  return null;
}
