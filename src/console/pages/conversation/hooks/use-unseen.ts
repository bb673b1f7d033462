import { useState } from 'react';
import type { TimelineItem } from '../state/answers.js';

/** How many messages and notes have come since the reader scrolled away from the end. */
export function useUnseen(items: readonly TimelineItem[] | undefined, isAway: boolean): number {
  const newest = items?.at(-1)?.id;
  const [seen, setSeen] = useState(newest);
  if (!isAway && seen !== newest) setSeen(newest);
  if (!isAway || items === undefined) return 0;
  const from = items.findIndex(({ id }) => id === seen) + 1;
  return from === 0 ? 0 : items.slice(from).filter(({ kind }) => kind !== 'fact').length;
}
