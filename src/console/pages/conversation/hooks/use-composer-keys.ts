import { useShortcut } from '../../../keyboard/use-shortcut.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { ComposerMode } from '../state/drafts.js';

/** `r` and `n`: to the field in which a reply or a note is written. */
export function useComposerKeys(setMode: (mode: ComposerMode) => void): void {
  const { shell, conversation } = useWords();
  const place = { area: shell.areas.conversation, isEnabled: useMay('work_chats') };
  const write = (mode: ComposerMode): void => {
    setMode(mode);
    // The field of the other mode is there only after the page is drawn again.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-composer]')?.focus());
  };
  useShortcut('r', () => write('reply'), conversation.deeds.reply, place);
  useShortcut('n', () => write('note'), conversation.deeds.note, place);
}
