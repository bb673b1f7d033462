import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

const nearPx = 64;

export interface StayAtEnd {
  /** What scrolls. */
  readonly log: RefObject<HTMLDivElement | null>;
  /** What grows in it. */
  readonly content: RefObject<HTMLDivElement | null>;
  /** Whether the reader has scrolled back. */
  readonly isAway: boolean;
  readonly toEnd: () => void;
}

/**
 * Keeps the newest in sight for a reader who is at the end, while it grows in or a phone's keyboard takes its room, and
 * leaves alone one who has scrolled back. `onMove` is called whenever the reader has scrolled.
 */
export function useStayAtEnd(onMove?: (log: HTMLElement, isAway: boolean) => void): StayAtEnd {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const away = useRef(false);
  const [isAway, setIsAway] = useState(false);
  const moved = useEffectEvent((box: HTMLElement) => onMove?.(box, away.current));

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
      setIsAway(away.current);
      moved(box);
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
  return { log, content, isAway, toEnd };
}
