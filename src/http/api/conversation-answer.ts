import type { z } from 'zod';
import type { consentAnswer, conversationAnswer, runAnswer } from '../../contract/conversation.js';
import type { Consent } from '../../core/consent.js';
import type { Conversation, Run } from '../../core/conversation.js';
import { isWindowOpen, windowClosesAt } from '../../core/window.js';
import { showMoment, showMomentOrNull } from './show-moment.js';

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

export function stateOf({
  consent,
  ownership,
  run,
}: Conversation): Shown<typeof conversationAnswer>['state'] {
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
