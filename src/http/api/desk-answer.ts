import type { z } from 'zod';
import type { deskAnswer } from '../../contract/desk.js';
import type { OutcomeReached } from '../../core/effect.js';
import type { Run } from '../../core/conversation.js';
import type { Workspace } from '../../core/workspace.js';
import type { Present } from '../../inbox/presence/presence.js';
import { writeVersion } from '../../inbox/desk/story-version.js';
import type { DeskView, StoryVersion } from '../../store/desk.js';
import { showComposer } from './composer-answer.js';
import { showConsent, stateOf } from './conversation-answer.js';
import { showOrigin } from './origin-answer.js';
import { showMoment } from './show-moment.js';

interface DeskParts {
  readonly desk: DeskView;
  readonly handoffs: Answer['earlier_handoffs'];
  readonly version: StoryVersion;
  /** Undefined: it is not served any more. */
  readonly workspace: Workspace | undefined;
  readonly present: readonly Present[];
  readonly now: number;
}

type Answer = z.input<typeof deskAnswer>;

export function showDesk({ desk, handoffs, version, workspace, present, now }: DeskParts): Answer {
  const { conversation, outcomes, origin } = desk;
  const { id, account, channel, ownership, consent, run } = conversation;
  return {
    conversation_id: id,
    version: writeVersion(version),
    workspace: conversation.workspace,
    account,
    channel,
    owner: ownership.owner,
    state: stateOf(conversation),
    contact: showContact(desk),
    handoff: handoffs.find(({ closed_at }) => closed_at === null) ?? null,
    earlier_handoffs: handoffs.filter(({ closed_at }) => closed_at !== null),
    origin: origin && showOrigin(origin),
    consent: showConsent(consent),
    answers: run === null ? [] : showAnswers(run),
    runs: showRuns(desk),
    outcomes: outcomes.map(showOutcome),
    composer: showComposer(conversation, workspace, now),
    present: present.map(({ id: userId, name, isTyping }) => ({ id: userId, name, is_typing: isTyping })),
  };
}

function showContact({ conversation, platformIds, knownSince }: DeskView): Answer['contact'] {
  const { contact, unreachable, blocked } = conversation;
  return {
    id: contact.id,
    name: contact.profile?.name ?? null,
    first_name: contact.profile?.firstName ?? null,
    platform_ids: [...platformIds],
    language: contact.language ?? null,
    tags: [...contact.tags],
    fields: { ...contact.fields },
    is_unreachable: unreachable,
    is_blocked: Boolean(blocked),
    known_since: showMoment(knownSince),
  };
}

/** Of all flows that wait for each other, without what was said in confidence. */
function showAnswers({ frames }: Run): Answer['answers'] {
  return frames.flatMap(({ flow, context: { answers, sensitive = [] } }) =>
    Object.entries(answers)
      .filter(([name]) => !sensitive.includes(name))
      .map(([name, value]) => ({ name, value, flow })),
  );
}

function showRuns({ conversation, runs, outcomes }: DeskView): Answer['runs'] {
  return runs.map(({ id, flow, at }) => ({
    id,
    flow,
    at: showMoment(at),
    outcomes: outcomes.filter(({ runId }) => runId === id).map(({ name }) => name),
    is_open: conversation.run?.id === id,
  }));
}

function showOutcome({ name, at, source, value, currency }: OutcomeReached): Answer['outcomes'][number] {
  const by = source.kind === 'flow' ? source.flow : source.name;
  return { name, at: showMoment(at), by, value, currency };
}
