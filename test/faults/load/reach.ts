import { setTimeout as wait } from 'node:timers/promises';
import type { Item } from '../../platforms/meta-payloads.js';

/** What an API call was answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** How those outside reach whichever server is there: one try, which may come to nothing. */
export interface Reach {
  /** Hands a webhook over; returns the status, or null where there was no answer. */
  readonly deliver: (payload: Item) => Promise<number | null>;
  /** Calls the machine API by a path under `/api/v1`. */
  readonly ask: (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer | null>;
}

/** Again and again, as platforms and people do, until there is an answer that counts. */
export async function until<T>(
  attempt: () => Promise<T | null>,
  { pause, onFailure }: { readonly pause: () => Promise<void>; readonly onFailure?: () => void },
): Promise<T> {
  for (;;) {
    const result = await attempt();
    if (result !== null) return result;
    onFailure?.();
    await pause();
  }
}

/** As a platform does: again and again until a delivery is taken. */
export function deliverUntilTaken({ deliver }: Reach): (payload: Item) => Promise<void> {
  const attempt = async (payload: Item) => ((await deliver(payload)) === 200 ? true : null);
  return async (payload) => {
    await until(() => attempt(payload), { pause: () => wait(5) });
  };
}
