import { useEffect, useState } from 'react';
import { staysTrueFor } from '../state/time-left.js';

/** The moment, epoch ms, as often as words about `until` change; null: there is nothing to wait for. */
export function useNow(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    const timer = window.setTimeout(
      () => {
        setNow(Date.now());
      },
      staysTrueFor(until, now),
    );
    return () => {
      window.clearTimeout(timer);
    };
  }, [until, now]);
  return now;
}
