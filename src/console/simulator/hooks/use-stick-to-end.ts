import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

const nearPx = 48;

interface StickyLog {
  readonly log: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** Whether the reader has scrolled back into the story. */
  readonly isAway: boolean;
  readonly toEnd: () => void;
}

/**
 * Keeps the newest message in sight while it grows in, or while a phone's keyboard takes its room, and leaves alone a
 * reader who has scrolled back.
 */
export function useStickToEnd(): StickyLog {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAwayNow = useRef(false);
  const [isAway, setIsAway] = useState(false);

  const toEnd = useCallback(() => {
    const box = log.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, []);

  useEffect(() => {
    const box = log.current;
    const inside = content.current;
    if (box === null || inside === null) return undefined;

    let settledHeight = box.scrollHeight;
    // Where the content has just changed its height, it is not the reader who moved: the observer has yet to be called.
    const noteWhere = (): void => {
      if (box.scrollHeight !== settledHeight) return;
      isAwayNow.current = box.scrollHeight - box.scrollTop - box.clientHeight > nearPx;
      setIsAway(isAwayNow.current);
    };
    const resized = new ResizeObserver(() => {
      settledHeight = box.scrollHeight;
      if (!isAwayNow.current) toEnd();
    });
    box.addEventListener('scroll', noteWhere, { passive: true });
    resized.observe(box);
    resized.observe(inside);
    return () => {
      box.removeEventListener('scroll', noteWhere);
      resized.disconnect();
    };
  }, [toEnd]);

  return { log, content, isAway, toEnd };
}
