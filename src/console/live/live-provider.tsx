import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { readDesk, readTimeline } from '../../contract/desk.js';
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
      line.on('conversation', ({ conversation_id: id }) => forgetUnseen(client, id)),
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

/** What was read of a conversation that has changed, and that nobody looks at, is read anew by whoever opens it. */
function forgetUnseen(client: QueryClient, id: string): void {
  for (const asked of [readDesk, readTimeline])
    client.removeQueries({ queryKey: keyOf(asked, { params: { id } }), type: 'inactive' });
}
