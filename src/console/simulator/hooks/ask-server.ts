import type { Dispatch } from 'react';
import { RequestFailed } from '../api/request.js';
import { postInbound, readContacts, readInfo, readStory } from '../api/simulator-api.js';
import { inboundBody, type Saying } from '../state/saying.js';
import type { SimulatorAction } from '../state/simulator-state.js';

/** These four ask the server and report what came of it as an action; they never reject. */
export async function loadInfo(dispatch: Dispatch<SimulatorAction>): Promise<void> {
  try {
    dispatch({ type: 'infoLoaded', info: await readInfo() });
  } catch (error) {
    dispatch({ type: 'infoFailed', problem: problemIn(error) });
  }
}

export async function loadContacts(dispatch: Dispatch<SimulatorAction>): Promise<void> {
  try {
    dispatch({ type: 'contactsLoaded', contacts: await readContacts() });
  } catch (error) {
    dispatch({ type: 'contactsFailed', problem: problemIn(error) });
  }
}

export async function loadStory(name: string, dispatch: Dispatch<SimulatorAction>): Promise<void> {
  try {
    dispatch({ type: 'storyLoaded', name, story: await readStory(name) });
  } catch (error) {
    dispatch({ type: 'storyFailed', name, problem: problemIn(error) });
  }
}

export async function sendSaying(
  name: string,
  id: string,
  saying: Saying,
  dispatch: Dispatch<SimulatorAction>,
): Promise<void> {
  try {
    await postInbound(inboundBody(name, id, saying));
    dispatch({ type: 'sayingAccepted', name, id });
  } catch (error) {
    dispatch({ type: 'sayingFailed', name, id, problem: problemIn(error) });
  }
}

function problemIn(error: unknown): string {
  if (error instanceof RequestFailed) return error.message;
  // An answer of an unforeseen shape, or a fault of this page: tell the reader plainly and the console in full.
  reportError(error);
  return 'Something went wrong on this page.';
}
