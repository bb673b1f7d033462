import { hashKey, useQueryClient } from '@tanstack/react-query';
import { signOut } from '../../contract/identity.js';
import { useDeed } from '../api/use-deed.js';
import { useProblemWords } from '../api/use-problem-words.js';
import { say } from '../components/toast.js';
import { sessionKey } from './use-session.js';
import { useWords } from '../words/use-words.js';

/** Signs out; nothing that was read stays in the page. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const { couldNotDo } = useWords().common;
  const wordsOf = useProblemWords();
  const { mutate } = useDeed(signOut, {
    onDone: () => {
      // Told to whoever listens, and so kept: to forget it as well would leave the page standing.
      client.setQueryData(sessionKey, null);
      client.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(sessionKey) });
    },
    onProblem: (problem) => void say({ kind: 'problem', words: couldNotDo, why: wordsOf(problem) }),
  });
  return () => mutate({});
}
