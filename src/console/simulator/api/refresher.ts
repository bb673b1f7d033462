export interface Refresher {
  /** Loads what the key names, now or as soon as its running load is done. */
  readonly refresh: (key: string) => void;
  /** Loads again everything that was ever asked for. */
  readonly refreshAll: () => void;
}

/**
 * At most one load runs for a key, so that an older answer never replaces a newer one; however often a key is asked for
 * while it loads, one more load follows.
 */
export function createRefresher(load: (key: string) => Promise<void>): Refresher {
  const asked = new Map<string, 'idle' | 'loading' | 'again'>();

  const run = async (key: string): Promise<void> => {
    do {
      asked.set(key, 'loading');
      await load(key);
    } while (asked.get(key) === 'again');
    asked.set(key, 'idle');
  };

  const refresh = (key: string): void => {
    const isRunning = (asked.get(key) ?? 'idle') !== 'idle';
    if (isRunning) asked.set(key, 'again');
    else void run(key);
  };

  return {
    refresh,
    refreshAll: () => {
      [...asked.keys()].forEach(refresh);
    },
  };
}
