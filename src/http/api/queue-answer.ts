import type { z } from 'zod';
import type { queueItemAnswer } from '../../contract/queue.js';
import { type Deadline, serviceLevel } from '../../core/service-level.js';
import type { HandoffDeadlines } from '../../engine/service-deadlines.js';
import type { QueueItem } from '../../store/queue.js';
import { showMoment, showMomentOrNull } from './show-moment.js';

type Answer = z.input<typeof queueItemAnswer>;

/** A handoff as agents see it at `now`. */
export function showQueueItem(item: QueueItem, deadlines: HandoffDeadlines, now: number): Answer {
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
    ...stateAt(item, now),
    assignee: assigneeOf(item),
    ...momentsOf(item),
    waits_for: item.waitsFor,
    first_reply: showDeadline(deadlines.firstReply, now),
    resolution: showDeadline(deadlines.resolution, now),
    closed_by: item.closedBy,
    outcome: item.outcome,
    rating: item.rating,
    last_message: item.lastMessage && { ...item.lastMessage, at: showMoment(item.lastMessage.at) },
  };
}

/** Whose time has come is awake, whether or not its timer has fired. */
function stateAt(
  { state, takenBy, snoozedUntil }: QueueItem,
  now: number,
): Pick<Answer, 'state' | 'snoozed_until'> {
  const isAwake = snoozedUntil === null || snoozedUntil <= now;
  const woken = takenBy === null ? 'open' : 'taken';
  return {
    state: state === 'snoozed' && isAwake ? woken : state,
    snoozed_until: isAwake ? null : showMoment(snoozedUntil),
  };
}

/** Who sees to it: whom it is assigned to, or somebody elsewhere who took it. */
function assigneeOf({ assigneeId, assignee, takenBy }: QueueItem): Answer['assignee'] {
  if (assignee !== null) return { id: assigneeId, name: assignee };
  return takenBy === null ? null : { id: null, name: takenBy };
}

function momentsOf(item: QueueItem) {
  return {
    opened_at: showMoment(item.openedAt),
    waiting_since: showMoment(item.waitingSince ?? item.openedAt),
    first_reply_at: showMomentOrNull(item.firstReplyAt),
    closed_at: showMomentOrNull(item.closedAt),
  };
}

function showDeadline(deadline: Deadline, now: number): Answer['first_reply'] {
  return {
    due_at: showMomentOrNull(deadline.dueAt),
    at_risk_at: showMomentOrNull(deadline.atRiskAt),
    level: serviceLevel(deadline, now),
  };
}
