import { useCallback, useState, type Dispatch } from 'react';
import { createTurns } from '../api/in-turn.js';
import { sendSaying } from './ask-server.js';
import type { Saying } from '../state/saying.js';
import type { Chat, SimulatorAction } from '../state/simulator-state.js';

interface SayingActions {
  readonly say: (name: string, saying: Saying) => void;
  readonly sayAgain: (name: string, id: string) => void;
}

/** Shows at once what a follower says, and tells the server in the order in which it was said. */
export function useSaying(
  chats: ReadonlyMap<string, Chat>,
  dispatch: Dispatch<SimulatorAction>,
  refresh: (name: string) => void,
): SayingActions {
  const [inTurn] = useState(createTurns);

  const start = useCallback(
    (name: string, id: string, saying: Saying) => {
      dispatch({ type: 'sayingStarted', name, id, saying, at: Date.now() });
      void inTurn(name, async () => {
        await sendSaying(name, id, saying, dispatch);
        refresh(name);
      });
    },
    [dispatch, inTurn, refresh],
  );

  const say = useCallback(
    (name: string, saying: Saying) => {
      start(name, newId(), saying);
    },
    [start],
  );
  const sayAgain = useCallback(
    (name: string, id: string) => {
      const one = chats.get(name)?.said.find((candidate) => candidate.id === id);
      if (one !== undefined) start(name, id, one.saying);
    },
    [chats, start],
  );
  return { say, sayAgain };
}

/** `crypto.randomUUID` is missing on plain http, where a phone in the same house opens this page. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `sim-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
