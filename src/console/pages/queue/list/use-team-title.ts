import { useMe } from '../../../session/use-me.js';

/** What the workspace calls a team; its bare name where the workspace knows it no more; null: no team. */
export function useTeamTitle({
  workspace,
  team,
}: {
  readonly workspace: string;
  readonly team: string | null;
}): string | null {
  const { workspaces } = useMe();
  if (team === null) return null;
  const known = workspaces.find(({ name }) => name === workspace)?.teams.find(({ name }) => name === team);
  return known?.title ?? team;
}
