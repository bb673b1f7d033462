import { createContext } from 'react';

/** The workspace of the conversation on the page, by whose words its parts speak. */
export const WorkspaceContext = createContext('');
