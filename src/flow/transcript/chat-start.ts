import { isOpenAt, nextOpeningAfter } from '../../core/office-hours.js';
import { momentOfWeek } from '../../core/week-time.js';
import type { Workspace } from '../../core/workspace.js';
import type { WeekTime } from '../test-definition.js';

const wednesdayNoon = { weekday: 3, minute: 12 * 60 };

/** When a chat begins, epoch ms; where it does not matter (null) in office hours, if there are any. */
export function startOfChat(workspace: Workspace, at: WeekTime | null): number {
  const { weekday, minute } = at ?? wednesdayNoon;
  const moment = momentOfWeek(workspace.timezone, weekday, minute);
  if (at !== null || isOpenAt(workspace, moment)) return moment;
  return nextOpeningAfter(workspace, moment) ?? moment;
}
