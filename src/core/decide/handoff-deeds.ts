import type { Colleague } from '../actor.js';
import type { OpenHandoff } from '../conversation.js';
import type { HandoffAssigned, HandoffSnoozed } from '../engine-event.js';
import type { Draft } from './draft.js';
import { changeHandoff } from './handoff-change.js';
import { restartClock, wake } from './handoff-clock.js';

/**
 * The open handoff is given to somebody, to another team, or back to everybody. Whoever has the chat keeps it: the bot
 * is as silent as before.
 */
export function decideAssignment(draft: Draft, event: HandoffAssigned): void {
  const { handoff } = draft.conversation;
  if (handoff === null) return draft.note('assigned', 'no handoff is open');
  const { expected, priority } = event;
  if (expected !== undefined && expected !== assigneeOf(handoff))
    return draft.note('assigned', 'somebody else has it by now');
  const isMoved = moveToTeam(draft, event);
  // A team's handoff is no longer theirs who had it for another team, unless that is said.
  giveToColleague(draft, event.to === undefined && isMoved ? null : event.to);
  if (priority !== undefined && priority !== (handoff.priority ?? 'normal'))
    changeHandoff(draft, { priority });
}

function assigneeOf({ assignee }: OpenHandoff): string | null {
  return assignee?.id ?? null;
}

function giveToColleague(draft: Draft, to: Colleague | null | undefined): void {
  const { handoff } = draft.conversation;
  if (to === undefined || handoff === null || (to?.id ?? null) === assigneeOf(handoff)) return;
  changeHandoff(draft, { assignee: to });
}

function moveToTeam(draft: Draft, { team: name }: HandoffAssigned): boolean {
  if (name === undefined || name === draft.conversation.handoff?.team) return false;
  const team = draft.workspace.teams.get(name);
  if (team === undefined) {
    draft.note('assigned', `there is no team ${name}`);
    return false;
  }
  changeHandoff(draft, { team: name });
  restartClock(draft, team);
  return true;
}

const prefix = 'snooze:';

/** Until then nobody needs to look at it, unless the contact writes. */
export function decideSnooze(draft: Draft, { until, person }: HandoffSnoozed): void {
  const { handoff } = draft.conversation;
  if (handoff === null) return draft.note('snooze', 'no handoff is open');
  if (until === null && !handoff.snooze) return draft.note('snooze', 'it is awake');
  wake(draft, until === null ? `${person} woke it` : 'it is put off anew');
  if (until === null || until <= draft.now) return;
  const timerId = `${prefix}${draft.event.id}`;
  draft.ask({ kind: 'scheduleTimer', timer: { id: timerId, dueAt: until } });
  changeHandoff(draft, { snooze: { until, timerId } });
}

export function isSnooze(timerId: string): boolean {
  return timerId.startsWith(prefix);
}

/** The time of a snooze is over. */
export function decideWaking(draft: Draft, timerId: string): void {
  if (draft.conversation.handoff?.snooze?.timerId === timerId) wake(draft, 'its time has come');
  else draft.note('timer', 'stale');
}
