import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { navigate } from 'wouter/use-browser-location';
import { createQueryClient } from '../api/query-client.js';
import { Toasts } from '../components/toast.js';
import type { Wording } from '../words/use-words.js';
import { Announcements } from './announcements.js';
import { FaultBoundary } from './fault-boundary.js';
import { Routes } from './routes.js';
import { WordsProvider } from './words-provider.js';

/** All pages of the console, in one. */
export function App({ first }: { readonly first: Wording }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <WordsProvider first={first}>
        <FaultBoundary>
          <RouterProvider navigate={(address) => navigate(address)}>
            <Routes />
            <Toasts />
            <Announcements />
          </RouterProvider>
        </FaultBoundary>
      </WordsProvider>
    </QueryClientProvider>
  );
}
