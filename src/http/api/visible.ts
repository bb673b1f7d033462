import type { Conversation } from '../../core/conversation.js';
import { seesWorkspace } from '../../inbox/identity/signed-in.js';
import type { Store } from '../../store/store.js';
import type { Caller } from './caller.js';
import { found } from './found.js';

/** What belongs to a workspace that somebody may not see is for them as if it were not there. Programs see all. */
export function mayDiscover(caller: Caller, workspace: string): boolean {
  return caller.kind === 'person'
    ? seesWorkspace(caller.signedIn.user, workspace)
    : caller.kind === 'program';
}

/** @throws {HttpProblem} 404 where there is no such conversation, for whoever asks */
export async function visibleConversation(
  id: string,
  caller: Caller,
  store: Pick<Store, 'readConversation'>,
): Promise<Conversation> {
  const conversation = await store.readConversation(id);
  const isVisible = conversation !== null && mayDiscover(caller, conversation.workspace);
  return found(isVisible ? conversation : null, 'conversation');
}
