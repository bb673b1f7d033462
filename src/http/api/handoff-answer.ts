import { z } from 'zod';
import { handoffReasons, handoffStates } from '../../core/effect.js';
import { handoffPriorities } from '../../core/resources.js';
import type { HandoffView } from '../../store/reads.js';
import { moment } from '../../contract/values.js';
import { showMoment, showMomentOrNull } from './show-moment.js';

export const handoffAnswer = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    workspace: z.string(),
    account: z.string(),
    channel: z.string(),
    contact_name: z.string().nullable(),
    team: z.string().nullable(),
    reason: z.enum(handoffReasons),
    note: z.string().describe('What the flow’s author wants the person to know.'),
    priority: z.enum(handoffPriorities),
    reference: z
      .string()
      .nullable()
      .describe('By which the contact, and people elsewhere, know it; null: there is none.'),
    state: z.enum(handoffStates),
    taken_by: z.string().nullable(),
    opened_at: moment,
    first_reply_at: moment.nullable(),
    first_reply_due_at: moment.nullable().describe('Promised in office hours; null: not promised.'),
    resolve_due_at: moment.nullable(),
    closed_at: moment.nullable(),
  })
  .meta({ id: 'Handoff' });

export function showHandoff(handoff: HandoffView): z.input<typeof handoffAnswer> {
  return {
    id: handoff.id,
    conversation_id: handoff.conversationId,
    workspace: handoff.workspace,
    account: handoff.account,
    channel: handoff.channel,
    contact_name: handoff.contactName,
    team: handoff.team,
    reason: handoff.reason,
    note: handoff.note,
    priority: handoff.priority,
    reference: handoff.reference,
    state: handoff.state,
    taken_by: handoff.takenBy,
    opened_at: showMoment(handoff.openedAt),
    first_reply_at: showMomentOrNull(handoff.firstReplyAt),
    first_reply_due_at: showMomentOrNull(handoff.firstReplyDueAt),
    resolve_due_at: showMomentOrNull(handoff.resolveDueAt),
    closed_at: showMomentOrNull(handoff.closedAt),
  };
}
