import { useEffect, useEffectEvent } from 'react';
import { Registry } from './registry.js';

export interface Command {
  readonly id: string;
  /** What it does, as it is searched for. */
  readonly label: string;
  /** The part of the pages under which the palette lists it: `words.shell.areas`. */
  readonly area: string;
  /** Its keys, where it has some: shown beside it. */
  readonly keys?: string;
  readonly run: () => void;
}

export const commands = new Registry<Command>();

interface CommandOptions extends Command {
  readonly isEnabled?: boolean;
}

/** Offers something in the command palette, as long as the component is on the page. */
export function useCommand({ id, label, area, keys, run, isEnabled = true }: CommandOptions): void {
  const act = useEffectEvent(run);
  useEffect(() => {
    if (!isEnabled) return;
    return commands.add({ id, label, area, ...(keys !== undefined && { keys }), run: () => act() });
  }, [id, label, area, keys, isEnabled]);
}
