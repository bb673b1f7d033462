import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { announce } from '../../../app/announce.js';
import { useWords } from '../../../words/use-words.js';
import { arrivalsIn } from '../state/arrivals.js';
import type { QueueItem } from '../state/queue-item.js';

interface Arrivals {
  /** How many have come in above what is visible. */
  readonly count: number;
  readonly forget: () => void;
}

/** Tells screen readers of what comes in, and counts it as long as it cannot be seen. `rows` of one list: undefined, not loaded. */
export function useArrivals(
  rows: readonly QueueItem[] | undefined,
  isComplete: boolean,
  isAtTop: () => boolean,
): Arrivals {
  const { arrived } = useWords().queue.list;
  const [count, setCount] = useState(0);
  const seen = useRef<Set<string> | null>(null);
  const wasComplete = useRef(false);
  const take = useEffectEvent((now: readonly QueueItem[]) => {
    if (seen.current !== null) {
      const fresh = arrivalsIn(seen.current, now, wasComplete.current).length;
      if (fresh > 0) announce(arrived(fresh));
      if (fresh > 0 && !isAtTop()) setCount((before) => before + fresh);
    }
    seen.current = new Set([...(seen.current ?? []), ...now.map(({ id }) => id)]);
    wasComplete.current = isComplete;
  });
  useEffect(() => {
    if (rows !== undefined) take(rows);
  }, [rows]);
  return { count, forget: () => setCount(0) };
}
