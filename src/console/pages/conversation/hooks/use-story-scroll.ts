import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const nearPx = 64;

interface StoryScroll {
  readonly log: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** Whether the reader has scrolled back into the story. */
  readonly isAway: boolean;
  readonly toEnd: () => void;
}

/** A line in sight, by its `data-item`, and how far below the upper edge it stands, px. */
interface Anchor {
  readonly item: string;
  readonly top: number;
}

/**
 * Keeps the newest line in sight for a reader who is at the end, and leaves alone one who has scrolled back: whatever
 * changes above, what they read stays where it is. `shown` changes with what is on the page.
 */
export function useStoryScroll(shown: unknown): StoryScroll {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const away = useRef(false);
  const anchor = useRef<Anchor | null>(null);
  const [isAway, setIsAway] = useState(false);

  const toEnd = useCallback(() => {
    away.current = false;
    setIsAway(false);
    if (log.current !== null) log.current.scrollTop = log.current.scrollHeight;
  }, []);

  useEffect(() => {
    const box = log.current;
    const inside = content.current;
    if (box === null || inside === null) return undefined;
    let settledHeight = box.scrollHeight;
    const noteWhere = (): void => {
      // Where the content has just changed its height, it is not the reader who moved: the observer has yet to be called.
      if (box.scrollHeight !== settledHeight) return;
      away.current = box.scrollHeight - box.scrollTop - box.clientHeight > nearPx;
      anchor.current = away.current ? anchorIn(box) : null;
      setIsAway(away.current);
    };
    const resized = new ResizeObserver(() => {
      settledHeight = box.scrollHeight;
      if (!away.current) box.scrollTop = box.scrollHeight;
    });
    box.addEventListener('scroll', noteWhere, { passive: true });
    resized.observe(box);
    resized.observe(inside);
    return () => {
      box.removeEventListener('scroll', noteWhere);
      resized.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    if (log.current !== null && anchor.current !== null) keepPlace(log.current, anchor.current);
  }, [shown]);
  return { log, content, isAway, toEnd };
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
