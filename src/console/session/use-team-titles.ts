import { useMe } from './use-me.js';

/** How the workspace calls a team; its bare name where the workspace knows it no more. */
export function useTeamTitles(): (workspace: string, team: string) => string {
  const { workspaces } = useMe();
  return (workspace, team) => {
    const known = workspaces.find(({ name }) => name === workspace)?.teams ?? [];
    return known.find(({ name }) => name === team)?.title ?? team;
  };
}
