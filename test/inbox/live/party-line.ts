import type { Whispers } from '../../../src/inbox/live/whispers.js';

/** A line between processes that is always there: what one says, all others hear at once. */
export function partyLine(processes: number): readonly Whispers[] {
  const listeners = Array.from({ length: processes }, (): ((text: string) => void)[] => []);
  return listeners.map((own) => ({
    say: (text) =>
      listeners.filter((others) => others !== own).forEach((others) => others.forEach((hear) => hear(text))),
    onHeard: (listener) => void own.push(listener),
  }));
}
