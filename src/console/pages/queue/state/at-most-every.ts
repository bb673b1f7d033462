export interface Repeated {
  /** Asks for a run: at once, or as soon as it may be. */
  readonly ask: () => void;
  /** No run begins any more. */
  readonly end: () => void;
}

/**
 * Work that is asked for often: one run at a time, and none sooner than `everyMs` after the last one began. However often
 * it is asked for meanwhile, one more run follows.
 */
export function atMostEvery(everyMs: number, work: () => Promise<void>): Repeated {
  let isRunning = false;
  let isWanted = false;
  let isResting = false;
  let hasEnded = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const run = (): void => {
    if (!isWanted || isRunning || isResting || hasEnded) return;
    isWanted = false;
    isRunning = true;
    isResting = true;
    resting = setTimeout(() => {
      isResting = false;
      run();
    }, everyMs);
    void work().finally(() => {
      isRunning = false;
      run();
    });
  };

  return {
    ask: () => {
      isWanted = true;
      run();
    },
    end: () => {
      hasEnded = true;
      clearTimeout(resting);
    },
  };
}
