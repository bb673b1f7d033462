import { setTimeout as wait } from 'node:timers/promises';

/** Spaces calls, so that a platform that counts them by the second has nothing to refuse. */
export interface Pacer {
  /** Resolves when the next call of this account may begin; at once where it is given up. */
  turn(account: string, signal: AbortSignal): Promise<void>;
}

export interface PacerParts {
  /** Between the beginnings of two calls, ms. */
  readonly every: number;
  /** Of a clock that only goes forward, ms: nobody waits for hours because the wall clock was set back. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createPacer({ every, now = monotonic, sleep = sleepUnlessAborted }: PacerParts): Pacer {
  const free = new Map<string, number>();
  return {
    async turn(account, signal) {
      const moment = now();
      const begin = Math.max(moment, free.get(account) ?? 0);
      free.set(account, begin + every);
      if (begin > moment) await sleep(begin - moment, signal);
    },
  };
}

function monotonic(): number {
  return performance.now();
}

async function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
