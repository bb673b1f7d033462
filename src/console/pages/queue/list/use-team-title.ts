import { useTeamTitles } from '../../../session/use-team-titles.js';

/** What the workspace calls a row’s team; null: it has none. */
export function useTeamTitle({
  workspace,
  team,
}: {
  readonly workspace: string;
  readonly team: string | null;
}): string | null {
  const titleOf = useTeamTitles();
  return team === null ? null : titleOf(workspace, team);
}
