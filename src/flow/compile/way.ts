/** A way from one step to another. */
export interface Way {
  readonly to: string;
  /** `walk`: at once. `answer`: the contact wrote. `otherwise`: they did not, or nothing that fits. `pause`: a wait is over. */
  readonly by: 'walk' | 'answer' | 'otherwise' | 'pause';
  /** Longest time that passes on it without a word from the contact, ms. */
  readonly silence: number;
  /** Names of the answers that are known once it is taken. */
  readonly saves: readonly string[];
  /** Whether it is taken only while the reply window is open. */
  readonly needsWindow: boolean;
  /** Whether an outcome is reached on it. */
  readonly achieves?: true;
}

export function walkTo(to: string): Way {
  return { to, by: 'walk', silence: 0, saves: [], needsWindow: false };
}

export function answerTo(to: string, saves: readonly string[] = []): Way {
  return { ...walkTo(to), by: 'answer', saves };
}

/** @param silence How long nobody says anything before it is taken, ms. */
export function otherwiseTo(to: string, silence: number): Way {
  return { ...walkTo(to), by: 'otherwise', silence };
}

/** @param silence How long the wait is at most, ms. */
export function pauseTo(to: string, silence: number): Way {
  return { ...walkTo(to), by: 'pause', silence };
}
