import { calendarOf } from '../../core/decide/handoff-clock.js';
import { subtractOfficeTime } from '../../core/office-hours.js';
import type { Workspace } from '../../core/workspace.js';
import type { AutomaticRule } from './choose-assignee.js';

/** A team whose handoffs find somebody by themselves. */
export interface AutomaticTeam {
  readonly workspace: string;
  readonly team: string;
  readonly rule: AutomaticRule;
  /** What a contact has waited for since then or longer, goes to somebody else, epoch ms; null: it stays. */
  readonly staleBefore: number | null;
  /** How long that is by the clock on the wall, ms. */
  readonly patience: number;
}

export function automaticTeams(workspaces: readonly Workspace[], now: number): readonly AutomaticTeam[] {
  return workspaces.flatMap((workspace) =>
    [...workspace.teams.values()].flatMap((team) => {
      const { name, assign: rule = 'by_hand', reassignAfter } = team;
      if (rule === 'by_hand') return [];
      const staleBefore =
        reassignAfter === undefined
          ? null
          : subtractOfficeTime(calendarOf(workspace, team), now, reassignAfter);
      const patience = staleBefore === null ? 0 : now - staleBefore;
      return [{ workspace: workspace.name, team: name, rule, staleBefore, patience }];
    }),
  );
}
