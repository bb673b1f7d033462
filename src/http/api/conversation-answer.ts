import { z } from 'zod';
import type { Consent } from '../../core/consent.js';
import type { Conversation, Run } from '../../core/conversation.js';
import { isWindowOpen, windowClosesAt } from '../../core/window.js';
import { moment, showMoment, showMomentOrNull } from './fields.js';

export const consentAnswer = z
  .object({
    stopped_at: moment.nullable().describe('When the contact said STOP; null: they may be answered.'),
    topics: z.array(
      z.object({ topic: z.string(), state: z.enum(['granted', 'withdrawn', 'refused']), at: moment }),
    ),
  })
  .meta({ id: 'Consent' });

const runAnswer = z
  .object({
    id: z.string(),
    started_at: moment,
    flow: z.string(),
    version: z.string(),
    step: z.string().describe('Where the contact is: the stable path of the step.'),
    answers: z.record(z.string(), z.string()),
    outcomes: z.array(z.string()),
  })
  .meta({ id: 'Run' });

export const conversationAnswer = z
  .object({
    id: z.string(),
    workspace: z.string(),
    account: z.string(),
    channel: z.string(),
    contact: z.object({
      id: z.string(),
      name: z.string().nullable(),
      tags: z.array(z.string()),
      fields: z.record(z.string(), z.string()),
      is_unreachable: z.boolean(),
    }),
    state: z.enum(['stopped', 'with_person', 'in_flow', 'idle']).describe('The first of these that holds.'),
    owner: z.enum(['bot', 'human', 'other']).describe('Who may speak now; `other` is another app.'),
    window: z.object({
      is_open: z.boolean().describe('Whether the contact may be written to freely.'),
      closes_at: moment.nullable().describe('Null: the contact has not written yet, or there is no limit.'),
    }),
    run: runAnswer.nullable().describe('The open run with what was answered in it; null: none.'),
    handoff: z
      .object({ id: z.string(), team: z.string().nullable(), taken_by: z.string().nullable() })
      .nullable(),
    consent: consentAnswer,
  })
  .meta({ id: 'Conversation' });

type Shown<T extends z.ZodType> = z.input<T>;

export function showConversation(conversation: Conversation, now: number): Shown<typeof conversationAnswer> {
  const { contact, handoff, run } = conversation;
  return {
    id: conversation.id,
    workspace: conversation.workspace,
    account: conversation.account,
    channel: conversation.channel,
    contact: {
      id: contact.id,
      name: contact.profile?.name ?? null,
      tags: [...contact.tags],
      fields: { ...contact.fields },
      is_unreachable: conversation.unreachable,
    },
    state: stateOf(conversation),
    owner: conversation.ownership.owner,
    window: showWindow(conversation, now),
    run: run && showRun(run),
    handoff: handoff && { id: handoff.id, team: handoff.team, taken_by: handoff.takenBy },
    consent: showConsent(conversation.consent),
  };
}

function stateOf({ consent, ownership, run }: Conversation): Shown<typeof conversationAnswer>['state'] {
  if (consent.stopped !== null) return 'stopped';
  if (ownership.owner !== 'bot') return 'with_person';
  return run === null ? 'idle' : 'in_flow';
}

function showWindow(conversation: Conversation, now: number): Shown<typeof conversationAnswer>['window'] {
  const closesAt = windowClosesAt(conversation);
  return {
    is_open: isWindowOpen(conversation, now),
    closes_at: closesAt === null || closesAt === Infinity ? null : showMoment(closesAt),
  };
}

/** The last frame runs; the others wait for it, and what was answered in them counts as well. */
function showRun({ id, startedAt, frames, outcomes }: Run): Shown<typeof runAnswer> | null {
  const running = frames.at(-1);
  if (running === undefined) return null;
  return {
    id,
    started_at: showMoment(startedAt),
    flow: running.flow,
    version: running.version,
    step: running.step,
    answers: Object.fromEntries(frames.flatMap(({ context }) => Object.entries(context.answers))),
    outcomes: [...outcomes],
  };
}

export function showConsent({ stopped, topics }: Consent): Shown<typeof consentAnswer> {
  return {
    stopped_at: showMomentOrNull(stopped?.occurredAt ?? null),
    topics: Object.entries(topics).map(([topic, { state, occurredAt }]) => ({
      topic,
      state,
      at: showMoment(occurredAt),
    })),
  };
}
