import { createContext, useContext } from 'react';
import type { Deeds } from './deed-types.js';

export const DeedsContext = createContext<Deeds | null>(null);

/** What may be done to the conversation that is open. @throws outside of its page */
export function useDeeds(): Deeds {
  const deeds = useContext(DeedsContext);
  if (deeds === null) throw new Error('Deeds are done on the page of a conversation');
  return deeds;
}
