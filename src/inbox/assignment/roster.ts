import { mayDo, roles } from '../../contract/roles.js';
import type { QueueReads } from '../../store/queue.js';
import type { Staff, StaffUser } from '../../store/staff.js';
import { seesWorkspace } from '../identity/signed-in.js';
import { isOnline } from '../presence/online.js';
import type { Candidate } from './choose-assignee.js';

export interface Member extends Candidate {
  readonly name: string;
}

interface RosterParts {
  readonly store: Pick<Staff, 'listUsers'> & Pick<QueueReads, 'openAssignments'>;
}

/** Who of a team may be given something now: here, available, and with room for more when they were counted. */
export async function callRoster(
  { store }: RosterParts,
  { workspace, team }: { readonly workspace: string; readonly team: string },
  now: number,
): Promise<readonly Member[]> {
  const users = (await store.listUsers()).filter((user) => isReady(user, workspace, team, now));
  const counts = await store.openAssignments(
    users.map(({ id }) => id),
    now,
  );
  return users.map(({ id, name, capacity }, at) => {
    const { open = 0, lastAt = null } = counts[at] ?? {};
    return { id, name, capacity, open, lastAt };
  });
}

function isReady(user: StaffUser, workspace: string, team: string, now: number): boolean {
  const role = roles.find((one) => one === user.role);
  return (
    role !== undefined &&
    mayDo(role, 'work_chats') &&
    user.availability === 'available' &&
    isOnline(user, now) &&
    seesWorkspace(user, workspace) &&
    user.teams.includes(`${workspace}/${team}`)
  );
}
