import { useQueryClient } from '@tanstack/react-query';
import { changeMe } from '../../contract/identity.js';
import { useDeed } from '../api/use-deed.js';
import { useProblemWords } from '../api/use-problem-words.js';
import { announce } from '../app/announce.js';
import { say } from '../components/toast.js';
import { useMe } from '../session/use-me.js';
import { type Session, sessionKey } from '../session/use-session.js';
import { useWords } from '../words/use-words.js';

/** Go away, or come back. */
export const availabilityKeys = 'g w';

interface Availability {
  readonly isAvailable: boolean;
  readonly change: () => void;
}

/** Whether whoever is signed in takes new chats, and the switch of it. It shows at once, and is undone where it fails. */
export function useAvailability(): Availability {
  const isAvailable = useMe().user.availability === 'available';
  const { shell, common } = useWords();
  const client = useQueryClient();
  const wordsOf = useProblemWords();
  const show = (availability: 'available' | 'away'): void => {
    client.setQueryData<Session | null>(sessionKey, (session) => withAvailability(session, availability));
  };
  const { mutate } = useDeed(changeMe, {
    onProblem: (problem) => {
      show(isAvailable ? 'available' : 'away');
      say({ kind: 'problem', words: common.couldNotDo, why: wordsOf(problem) });
    },
  });
  const change = (): void => {
    const availability = isAvailable ? 'away' : 'available';
    show(availability);
    announce(shell.availability[availability]);
    mutate({ body: { availability } });
  };
  return { isAvailable, change };
}

function withAvailability(
  session: Session | null | undefined,
  availability: 'available' | 'away',
): Session | null | undefined {
  if (session?.me == null) return session;
  return { ...session, me: { ...session.me, user: { ...session.me.user, availability } } };
}
