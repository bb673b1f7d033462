import type { z } from 'zod';
import type { queueItemAnswer } from '../../contract/queue.js';
import { calendarOf } from '../../core/decide/handoff-clock.js';
import { firstReplyDeadline, resolutionDeadline } from '../../core/service-deadline.js';
import { serviceLevel, type Deadline } from '../../core/service-level.js';
import type { Workspace } from '../../core/workspace.js';
import type { QueueItem } from '../../store/queue.js';
import { showMoment, showMomentOrNull } from './show-moment.js';

type Answer = z.input<typeof queueItemAnswer>;

/** @param workspace Whose team has promised something; undefined: it is not served any more. */
export function showQueueItem(item: QueueItem, workspace: Workspace | undefined, now: number): Answer {
  const { assignee, assigneeId, lastMessage, takenBy } = item;
  return {
    id: item.id,
    conversation_id: item.conversationId,
    workspace: item.workspace,
    account: item.account,
    channel: item.channel,
    contact_name: item.contactName,
    contact_id: item.contactId,
    tags: [...item.tags],
    team: item.team,
    reason: item.reason,
    note: item.note,
    priority: item.priority,
    reference: item.reference,
    state: item.snoozedUntil !== null && item.closedAt === null ? 'snoozed' : item.state,
    assignee: nameAssignee(assigneeId, assignee ?? takenBy),
    opened_at: showMoment(item.openedAt),
    waits_for: item.waitsFor,
    waiting_since: showMoment(item.waitingSince ?? item.openedAt),
    first_reply_at: showMomentOrNull(item.firstReplyAt),
    ...showDeadlines(item, workspace, now),
    snoozed_until: showMomentOrNull(item.snoozedUntil),
    closed_at: showMomentOrNull(item.closedAt),
    closed_by: item.closedBy,
    outcome: item.outcome,
    rating: item.rating,
    last_message: lastMessage && { ...lastMessage, at: showMoment(lastMessage.at) },
  };
}

/** Whoever took it is its assignee, also where they are no user. */
function nameAssignee(id: string | null, name: string | null): Answer['assignee'] {
  return name === null ? null : { id, name };
}

function showDeadlines(
  item: QueueItem,
  workspace: Workspace | undefined,
  now: number,
): Pick<Answer, 'first_reply' | 'resolution'> {
  const team = (item.team === null ? undefined : workspace?.teams.get(item.team)) ?? null;
  const calendar = calendarOf(workspace ?? { timezone: 'UTC', hours: null }, team);
  const isOpen = item.closedAt === null;
  const show = (deadline: Deadline): Answer['first_reply'] =>
    isOpen ? showDeadline(deadline, now) : { due_at: null, at_risk_at: null, level: 'none' };
  return {
    first_reply: show(firstReplyDeadline(item, calendar, team?.firstReply ?? null)),
    resolution: show(resolutionDeadline(item, calendar, team?.resolve ?? null)),
  };
}

function showDeadline(deadline: Deadline, now: number): Answer['first_reply'] {
  const { dueAt, atRiskAt } = deadline;
  return {
    due_at: showMomentOrNull(dueAt),
    at_risk_at: showMomentOrNull(atRiskAt),
    level: serviceLevel(deadline, now),
  };
}
