import { type RefObject, useLayoutEffect, useRef } from 'react';
import { shiftOf } from '../state/arrivals.js';
import type { QueueItem } from '../state/queue-item.js';

/** Keeps the rows that one looks at where they are while others come and go above them. */
export function useSteadyScroll(
  rows: readonly QueueItem[],
  list: RefObject<HTMLElement | null>,
  rowSize: number,
): void {
  const shown = useRef(rows);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = rows;
    const element = list.current;
    if (element === null || before === rows || element.scrollTop < rowSize / 2) return;
    const shift = shiftOf(before, rows, Math.floor(element.scrollTop / rowSize));
    if (shift !== 0) element.scrollTop += shift * rowSize;
  }, [rows, list, rowSize]);
}
