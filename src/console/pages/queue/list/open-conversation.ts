import { createContext } from 'react';

/** The conversation that is open beside the queue; null: none. A context, so that only rows on the page look at it. */
export const OpenConversation = createContext<string | null>(null);
