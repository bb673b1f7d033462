import { useCallback, useEffect, useRef, type RefObject } from 'react';

interface ComposerFocus {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** After typing: the writer goes on writing. */
  readonly now: () => void;
  /** After a tap elsewhere. Not where a finger tapped: the keyboard would jump up over the answer. */
  readonly afterTap: () => void;
}

/** Brings the focus back to the composer, and there whenever another follower comes on the screen. */
export function useComposerFocus(name: string): ComposerFocus {
  const field = useRef<HTMLTextAreaElement>(null);
  const now = useCallback(() => {
    field.current?.focus();
  }, []);
  const afterTap = useCallback(() => {
    if (!matchMedia('(pointer: coarse)').matches) now();
  }, [now]);
  useEffect(afterTap, [afterTap, name]);
  return { field, now, afterTap };
}
