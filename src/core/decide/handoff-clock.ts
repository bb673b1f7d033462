import type { Calendar } from '../office-hours.js';
import type { Team } from '../resources.js';
import { resumeClock, startClock, stopClock } from '../service-clock.js';
import type { Workspace } from '../workspace.js';
import type { Draft } from './draft.js';
import { changeHandoff } from './handoff-change.js';

/** When a team is there; without hours of its own, when the workspace is. */
export function calendarOf(
  { timezone, hours }: Pick<Workspace, 'timezone' | 'hours'>,
  team: Team | null,
): Calendar {
  return { timezone: team?.timezone ?? timezone, hours: team?.hours ?? hours };
}

/** Somebody of the team has answered: whoever waits now is the team. */
export function noteTeamAnswered(draft: Draft): void {
  const { handoff } = draft.conversation;
  if (handoff?.clock === undefined) return;
  changeHandoff(draft, { clock: stopClock(handoff.clock, presentCalendar(draft), draft.now) });
}

/** The contact has written to people: it is their turn, and what was out of the way is in it. */
export function noteContactWrote(draft: Draft): void {
  wake(draft, 'the contact wrote');
  const { handoff } = draft.conversation;
  if (handoff?.clock === undefined) return;
  const clock = resumeClock(handoff.clock, presentCalendar(draft), draft.now);
  if (clock !== handoff.clock) changeHandoff(draft, { clock });
}

/** A snoozed handoff is back in everybody's way. */
export function wake(draft: Draft, why: string): void {
  const snooze = draft.conversation.handoff?.snooze;
  if (!snooze) return;
  draft.ask({ kind: 'cancelTimer', timerId: snooze.timerId });
  changeHandoff(draft, { snooze: null });
  draft.note('woken', why);
}

/** What another team promises counts from the moment that the handoff is theirs; a first reply that was given stays so. */
export function restartClock(draft: Draft, team: Team): void {
  const { handoff } = draft.conversation;
  if (handoff?.clock === undefined) return;
  const { firstReplyAt, waitsFor, waitingSince } = handoff.clock;
  const calendar = calendarOf(draft.workspace, team);
  const begun = { ...startClock(calendar, draft.now, team), firstReplyAt };
  const clock = waitsFor === 'contact' ? stopClock(begun, calendar, draft.now) : begun;
  changeHandoff(draft, { clock: { ...clock, waitingSince } });
}

function presentCalendar({ workspace, conversation }: Draft): Calendar {
  const { handoff } = conversation;
  const team = handoff?.team == null ? undefined : workspace.teams.get(handoff.team);
  return calendarOf(workspace, team ?? null);
}
