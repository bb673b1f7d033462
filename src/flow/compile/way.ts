import type { SupportedChannel } from '../../core/channel.js';

/** A way from one step to another. */
export interface Way {
  readonly to: string;
  /** What it is called among the ways of its step; the order of ways taken at once is that of the state's moves. */
  readonly name: string;
  /** `walk`: at once. `answer`: the contact wrote. `otherwise`: they did not, or nothing that fits. `pause`: a wait is over. */
  readonly by: 'walk' | 'answer' | 'otherwise' | 'pause';
  /** Longest time that passes on it without a word from the contact, ms. */
  readonly silence: number;
  /** Names of the answers that are known once it is taken. */
  readonly saves: readonly string[];
  /** Whether it is taken only while the reply window is open. */
  readonly needsWindow: boolean;
  /** The channels on which it is taken; left out: all. */
  readonly onlyOn?: readonly SupportedChannel[];
  /** Whether an outcome is reached on it. */
  readonly achieves?: true;
  /** Values of the answer with which it is taken, where several share it. */
  readonly values?: readonly string[];
  /** What a reader calls it, where its name does not say so. */
  readonly label?: string;
}

export function walkTo(to: string, name = 'on'): Way {
  return { to, name, by: 'walk', silence: 0, saves: [], needsWindow: false };
}

/** @param name The value of the answer, where each has its own way. */
export function answerTo(to: string, saves: readonly string[] = [], name = 'an answer'): Way {
  return { ...walkTo(to, name), by: 'answer', saves };
}

/** The way of those who do not answer, or not so that it fits. */
export const otherwiseName = 'otherwise';

/** The way of those who answered, and never so that it fits, where it is another one. */
export const missedName = 'missed';

/** @param silence How long nobody says anything before it is taken, ms. */
export function otherwiseTo(to: string, silence: number): Way {
  return { ...walkTo(to, otherwiseName), by: 'otherwise', silence };
}

/** @param silence How long the wait is at most, ms. */
export function pauseTo(to: string, silence: number): Way {
  return { ...walkTo(to), by: 'pause', silence };
}

/**
 * The way of one thing that the outside may answer.
 *
 * @param silence How long the outside may take, ms.
 */
export function resultTo(to: string, name: string, silence: number, saves: readonly string[] = []): Way {
  return { ...walkTo(to, name), silence, saves };
}
