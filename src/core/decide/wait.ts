import { isOpenAt, nextOpeningAfter } from '../office-hours.js';
import type { Template } from '../flow.js';
import type { WaitGoal } from '../wait-goal.js';
import { momentOfDate, nextClockTime } from '../wall-clock.js';
import type { Draft } from './draft.js';
import { visitId, type Place } from './run-state.js';

/** Sets the one timer of a wait. A moment that has passed, or that nobody knows, is now. */
export function beginWait(draft: Draft, { run }: Place, goal: WaitGoal<string>): void {
  const moment = momentOf(draft, goal);
  if (moment === null) draft.note('wait', 'until no known moment: it is over at once');
  const dueAt = Math.max(draft.now, moment ?? draft.now);
  draft.ask({ kind: 'scheduleTimer', timer: { id: visitId(run), dueAt } });
}

/** Epoch ms. */
function momentOf({ workspace, now }: Draft, goal: WaitGoal<string>): number | null {
  switch (goal.kind) {
    case 'for':
      return now + goal.duration;
    case 'clock':
      return nextClockTime(workspace.timezone, now, goal);
    case 'office_hours':
      return isOpenAt(workspace, now) ? now : nextOpeningAfter(workspace, now);
    case 'date':
      return momentOfDate(workspace.timezone, goal.date, goal.minute, goal.before);
  }
}

export function fillGoal(goal: WaitGoal<Template>, fill: (text: Template) => string): WaitGoal<string> {
  return goal.kind === 'date' ? { ...goal, date: fill(goal.date) } : goal;
}
