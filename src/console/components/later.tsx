import { type ReactNode, useDeferredValue } from 'react';

/**
 * Draws what it holds a moment after what stands around it: the first picture does not wait for it, and whatever is
 * pressed or typed meanwhile comes before it.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
