import { useQueryClient } from '@tanstack/react-query';
import { type Session, sessionKey } from './use-session.js';
import type { Me } from './use-me.js';

/** Takes what the server says of whoever is signed in, after it was changed. */
export function useKeepMe(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    client.setQueryData<Session | null>(sessionKey, (session) =>
      session == null ? session : { ...session, me },
    );
  };
}
