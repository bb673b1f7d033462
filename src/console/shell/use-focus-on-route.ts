import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Brings the focus into the page when another one is shown, as a browser does that loads it. */
export function useFocusOnRoute(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const [path] = useLocation();
  // The inbox is one page, whichever conversation is open in it: it moves the focus by itself.
  const page = path.startsWith('/inbox') ? '/inbox' : path;
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    place.current?.focus({ preventScroll: true });
  }, [page]);
  return place;
}
