import type { Colleague } from '../../core/actor.js';
import { mayDo, roles } from '../../contract/roles.js';
import { seesWorkspace } from '../../inbox/identity/signed-in.js';
import type { StaffUser } from '../../store/staff.js';
import type { Store } from '../../store/store.js';
import { HttpProblem } from '../problem.js';

type Staff = Pick<Store, 'findUser'>;

/** Somebody who can work on the chats of this workspace. @throws {HttpProblem} 422 where there is no such user */
export async function findColleague(store: Staff, workspace: string, id: string): Promise<Colleague> {
  const user = await store.findUser(id);
  if (user !== null && canWorkOn(user, workspace)) return { id: user.id, name: user.name };
  throw new HttpProblem(422, 'unknown_user', `Nobody who works on these chats has the id "${id}".`);
}

function canWorkOn(user: StaffUser, workspace: string): boolean {
  const role = roles.find((one) => one === user.role);
  return (
    role !== undefined && mayDo(role, 'work_chats') && !user.isDisabled && seesWorkspace(user, workspace)
  );
}

/** Each once, in the order in which they are named. */
export function findColleagues(
  store: Staff,
  workspace: string,
  ids: readonly string[],
): Promise<readonly Colleague[]> {
  return Promise.all([...new Set(ids)].map((id) => findColleague(store, workspace, id)));
}
