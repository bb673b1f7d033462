import type { User } from './signed-in.js';

type Placed = Pick<User, 'workspaces' | 'teams'>;

/** Whether a place is within the workspaces of whoever gives it: nobody passes on more than they have. */
export function staysWithin({ workspaces }: Pick<User, 'workspaces'>, placed: Placed): boolean {
  const teams = placed.teams.map((team) => team.slice(0, team.indexOf('/')));
  if (workspaces === null) return true;
  if (placed.workspaces === null) return false;
  return [...placed.workspaces, ...teams].every((workspace) => workspaces.includes(workspace));
}

/** Whether two people have a workspace in common, and so know of each other. */
export function meets(one: Pick<User, 'workspaces'>, other: Pick<User, 'workspaces'>): boolean {
  if (one.workspaces === null || other.workspaces === null) return true;
  return one.workspaces.some((workspace) => other.workspaces?.includes(workspace));
}
