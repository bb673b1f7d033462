import { calendarOf } from '../core/decide/handoff-clock.js';
import { firstReplyDeadline, resolutionDeadline } from '../core/service-deadline.js';
import type { Deadline } from '../core/service-level.js';
import type { HandoffView } from '../store/reads.js';
import type { Workspaces } from './workspaces.js';

/** What was promised of a handoff, as it stands. */
export type PromisedHandoff = Pick<
  HandoffView,
  'workspace' | 'team' | 'closedAt' | 'firstReplyAt' | 'firstReplyDueAt' | 'resolveDueAt' | 'resolveLeft'
>;

export interface HandoffDeadlines {
  readonly firstReply: Deadline;
  readonly resolution: Deadline;
}

const nothingDue: Deadline = { dueAt: null, atRiskAt: null, isPaused: false };

const alwaysOpen = { timezone: 'UTC', hours: null };

/** What is due, and from when on it is at risk; nothing once it is closed. A workspace that is gone has no hours any more. */
export function deadlinesOf(
  workspaces: Pick<Workspaces, 'all'>,
  { workspace: name, team: teamName, closedAt, ...clock }: PromisedHandoff,
): HandoffDeadlines {
  if (closedAt !== null) return { firstReply: nothingDue, resolution: nothingDue };
  const workspace = workspaces.all().find((one) => one.name === name);
  const team = teamName === null ? undefined : workspace?.teams.get(teamName);
  const calendar = workspace === undefined ? alwaysOpen : calendarOf(workspace, team ?? null);
  return {
    firstReply: firstReplyDeadline(clock, calendar, team?.firstReply ?? null),
    resolution: resolutionDeadline(clock, calendar, team?.resolve ?? null),
  };
}
