/**
 * What the processes of one installation tell each other in passing: small texts of less than `longestWhisper` bytes, some
 * of which may be lost. Who speaks does not hear themselves.
 */
export interface Whispers {
  say(text: string): void;
  onHeard(listener: (text: string) => void): void;
}

export const longestWhisper = 7_000;

/** Where this process is the only one. */
export const nobodyElse: Whispers = { say: () => undefined, onHeard: () => undefined };
