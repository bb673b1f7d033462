import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { listInvitations, listPeople } from '../../contract/identity.js';
import { keyOf } from '../api/key-of.js';
import { LiveContext } from './live-context.js';
import { LiveLine } from './live-line.js';

/** Keeps the line open while somebody is signed in; after a gap that nobody can fill, everything is read anew. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [line] = useState(() => new LiveLine());
  useEffect(() => {
    const ends = [
      line.on('reset', () => void client.invalidateQueries()),
      // Whoever comes for the first time was invited until then.
      ...[listPeople, listInvitations].map((asked) =>
        line.on('people', () => void client.invalidateQueries({ queryKey: keyOf(asked) })),
      ),
      line.open(),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [line, client]);
  return <LiveContext value={line}>{children}</LiveContext>;
}
