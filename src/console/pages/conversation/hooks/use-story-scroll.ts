import { useLayoutEffect, useRef } from 'react';
import { type StayAtEnd, useStayAtEnd } from '../../../scroll/use-stay-at-end.js';

/** A line in sight, by its `data-item`, and how far below the upper edge it stands, px. */
interface Anchor {
  readonly item: string;
  readonly top: number;
}

/**
 * Stays at the end of the story; for a reader who has scrolled back, what they read stays where it is whatever changes
 * above. `shown` changes with what is on the page.
 */
export function useStoryScroll(shown: unknown): StayAtEnd {
  const anchor = useRef<Anchor | null>(null);
  const scroll = useStayAtEnd((log, isAway) => {
    anchor.current = isAway ? anchorIn(log) : null;
  });
  const { log } = scroll;
  useLayoutEffect(() => {
    if (log.current !== null && anchor.current !== null) keepPlace(log.current, anchor.current);
  }, [log, shown]);
  return scroll;
}

/** Between lines there are gaps, so that it is looked for at several heights. */
function anchorIn(box: HTMLElement): Anchor | null {
  const { top, left, width } = box.getBoundingClientRect();
  for (const below of [12, 40, 80, 140, 220]) {
    const line = document.elementFromPoint(left + width / 2, top + below)?.closest('[data-item]');
    if (!(line instanceof HTMLElement) || !box.contains(line)) continue;
    return { item: line.dataset['item'] ?? '', top: line.getBoundingClientRect().top - top };
  }
  return null;
}

function keepPlace(box: HTMLElement, { item, top }: Anchor): void {
  const line = box.querySelector(`[data-item="${CSS.escape(item)}"]`);
  if (line === null) return;
  box.scrollTop += line.getBoundingClientRect().top - box.getBoundingClientRect().top - top;
}
