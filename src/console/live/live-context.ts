import { createContext, useContext } from 'react';
import type { LiveLine } from './live-line.js';

export const LiveContext = createContext<LiveLine | null>(null);

/** The page's line to the server. @throws outside of `LiveProvider` */
export function useLine(): LiveLine {
  const line = useContext(LiveContext);
  if (line === null) throw new Error('There are live events only where somebody is signed in');
  return line;
}
