import { useQueryClient } from '@tanstack/react-query';
import { type Session, sessionKey } from '../../session/use-session.js';

/** Takes what the server says of a session: whoever looks at it moves on by it. */
export function useLetIn(): (session: Session) => void {
  const client = useQueryClient();
  return (session) => {
    client.setQueryData<Session | null>(sessionKey, session);
  };
}
