import { useCallback, useEffect, useReducer, useState, type Dispatch } from 'react';
import { followStories } from '../api/live-stories.js';
import { createRefresher } from '../api/refresher.js';
import { loadContacts, loadInfo, loadStory } from './ask-server.js';
import { reduce } from '../state/reduce.js';
import type { Saying } from '../state/saying.js';
import { initialState, type SimulatorAction, type SimulatorState } from '../state/simulator-state.js';
import { followerInAddress, useFollowerInAddress } from './use-follower-in-address.js';
import { useSaying } from './use-saying.js';

export interface Simulator {
  readonly state: SimulatorState;
  /** Puts a follower on the screen; a name that is new begins an empty chat. */
  readonly choose: (name: string) => void;
  readonly say: (name: string, saying: Saying) => void;
  /** Sends again, under its old id, what did not get through. */
  readonly sayAgain: (name: string, id: string) => void;
  readonly reloadStory: (name: string) => void;
  readonly reloadLists: () => void;
}

/** Everything the page knows and can do, kept in step with the server. */
export function useSimulator(): Simulator {
  const [state, dispatch] = useReducer(reduce, undefined, () => initialState(followerInAddress()));
  const [stories] = useState(() => createRefresher((name) => loadStory(name, dispatch)));
  const { selected } = state;

  const choose = useCallback((name: string) => {
    dispatch({ type: 'followerChosen', name });
  }, []);
  const reloadLists = useCallback(() => {
    loadLists(dispatch);
  }, []);
  const reloadAll = useCallback(() => {
    reloadLists();
    stories.refreshAll();
  }, [reloadLists, stories]);

  useEffect(reloadLists, [reloadLists]);
  useEffect(() => {
    if (selected !== undefined) stories.refresh(selected);
  }, [selected, stories]);
  useLiveLine(dispatch, stories.refresh, reloadAll);
  useFollowerInAddress(selected, choose);

  return {
    state,
    choose,
    ...useSaying(state.chats, dispatch, stories.refresh),
    reloadStory: stories.refresh,
    reloadLists,
  };
}

function loadLists(dispatch: Dispatch<SimulatorAction>): void {
  void loadInfo(dispatch);
  void loadContacts(dispatch);
}

function useLiveLine(
  dispatch: Dispatch<SimulatorAction>,
  changed: (name: string) => void,
  reloadAll: () => void,
): void {
  useEffect(
    () =>
      followStories({
        opened: () => {
          dispatch({ type: 'lineChanged', line: 'connected' });
          reloadAll();
        },
        changed,
        lost: () => {
          dispatch({ type: 'lineChanged', line: 'reconnecting' });
        },
      }),
    [dispatch, changed, reloadAll],
  );
}
