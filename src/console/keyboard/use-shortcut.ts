import { useEffect, useEffectEvent } from 'react';
import { shortcuts } from './shortcuts.js';

interface ShortcutOptions {
  /** The part of the pages under which the help lists it: `words.shell.areas`. */
  readonly area: string;
  readonly isEnabled?: boolean;
  readonly worksInFields?: boolean;
}

/**
 * Does something on a key, as long as the component is on the page: `useShortcut('g i', openInbox, words…, { area })`.
 * Of two that want the same key, the one that came later has it.
 */
export function useShortcut(
  keys: string,
  run: () => void,
  label: string,
  { area, isEnabled = true, worksInFields = false }: ShortcutOptions,
): void {
  const act = useEffectEvent(run);
  useEffect(() => {
    if (!isEnabled) return;
    return shortcuts.add({ keys, label, area, worksInFields, run: () => act() });
  }, [keys, label, area, isEnabled, worksInFields]);
}
