import type { WorkspaceSummary } from '../../engine/engine.js';
import { seesWorkspace, type User } from '../../inbox/identity/signed-in.js';
import { HttpProblem } from '../problem.js';

interface Places {
  readonly workspaces?: readonly string[] | null | undefined;
  readonly teams?: readonly string[] | undefined;
}

/** @throws {HttpProblem} 422 where one of these places is not in the workspace files, as far as `user` sees them */
export function checkPlaces(
  served: readonly WorkspaceSummary[],
  user: Pick<User, 'workspaces'>,
  { workspaces, teams }: Places,
): void {
  const known = served.filter(({ name }) => seesWorkspace(user, name));
  const names = known.map(({ name }) => name);
  if (workspaces?.some((name) => !names.includes(name)) === true) {
    throw new HttpProblem(422, 'unknown_workspace', 'There is no such workspace.', { allowed: names });
  }
  const places = known.flatMap(({ name, teams: has }) => has.map((team) => `${name}/${team.name}`));
  if (teams?.some((team) => !places.includes(team)) === true) {
    throw new HttpProblem(422, 'unknown_team', 'There is no such team.', { allowed: places });
  }
}
