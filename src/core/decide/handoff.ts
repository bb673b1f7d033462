import type { UnansweredComment } from '../conversation.js';
import type { HandoffReason } from '../effect.js';
import { addOfficeTime, describeMoment, isOpenAt, nextOpeningAfter } from '../office-hours.js';
import { fillPhrase } from '../template.js';
import type { HandoffPriority, Team } from '../resources.js';
import type { Draft } from './draft.js';
import { giveTo } from './ownership.js';
import { dropRun } from './run-state.js';
import { basisAfterComment, phrasesFor, speak } from './speak.js';

export interface HandoffRequest {
  readonly reason: HandoffReason;
  /** Null: the workspace's first team, if it has one. */
  readonly team: Team | null;
  readonly note: string;
  /** Whether the follower is told what to expect; not when our messages do not reach them. */
  readonly announces: boolean;
  readonly language?: string;
  readonly priority?: HandoffPriority;
  readonly reference?: string;
  /** Said before what to expect, or instead of it. */
  readonly words?: { readonly text: string; readonly isAll: boolean };
  /** Whether note or reference hold what the contact said in confidence; left out: they do not. */
  readonly isSensitive?: boolean;
}

/**
 * Gives the conversation to people: the run ends, the bot is silent from here, the follower is told what to expect. Where
 * somebody else speaks already, the bot has nothing to tell (P5).
 */
export function openHandoff(draft: Draft, request: HandoffRequest): void {
  const comment = draft.conversation.run?.comment;
  dropRun(draft);
  draft.note('handoff', request.reason);
  const { handoff, ownership } = draft.conversation;
  if (handoff !== null) return;
  const team = request.team ?? firstTeam(draft);
  askForHandoff(draft, request, team);
  giveTo(draft, 'human');
  if (request.announces && ownership.owner === 'bot') announce(draft, team, request, comment);
}

export function firstTeam(draft: Draft): Team | null {
  return draft.workspace.teams.values().next().value ?? null;
}

function askForHandoff(draft: Draft, request: HandoffRequest, team: Team | null): void {
  const id = `${draft.event.id}.handoff`;
  const due = (promise: number | null | undefined): number | null =>
    promise == null ? null : addOfficeTime(draft.workspace, draft.now, promise);
  draft.ask({
    kind: 'openHandoff',
    handoff: {
      id,
      team: team?.name ?? null,
      reason: request.reason,
      note: request.note,
      openedAt: draft.now,
      firstReplyDueAt: due(team?.firstReply),
      resolveDueAt: due(team?.resolve),
      ...(request.priority ? { priority: request.priority } : {}),
      ...(request.reference ? { reference: request.reference } : {}),
      ...(request.isSensitive ? { isSensitive: true } : {}),
    },
  });
  draft.change({ handoff: { id, team: team?.name ?? null, takenBy: null } });
}

/** What the follower may expect, in office hours and outside. Said under the new epoch, so a handoff does not mute it. */
function announce(
  draft: Draft,
  team: Team | null,
  { language, words, isSensitive = false }: HandoffRequest,
  comment: UnansweredComment | undefined,
): void {
  const expected = words?.isAll ? [] : [expectation(draft, team, language)];
  speak(draft, {
    text: [...(words ? [words.text] : []), ...expected].join(' '),
    speaker: { kind: 'system', rule: 'handoff' },
    basis: comment === undefined ? { kind: 'reply_window' } : basisAfterComment(draft, comment),
    isSensitive: isSensitive && words !== undefined,
  });
}

function expectation(draft: Draft, team: Team | null, language: string | undefined): string {
  const { workspace, now } = draft;
  const phrases = phrasesFor(draft, language);
  const spoken = draft.conversation.contact.language ?? language ?? workspace.languages[0] ?? 'en';
  const name = team?.title ?? workspace.brand;
  if (isOpenAt(workspace, now)) {
    const within = team?.firstReply == null ? null : describeDuration(team.firstReply, spoken);
    return within === null
      ? fillPhrase(phrases.handoffOpenNoPromise, { team: name })
      : fillPhrase(phrases.handoffOpen, { team: name, within });
  }
  const opens = nextOpeningAfter(workspace, now);
  return opens === null
    ? fillPhrase(phrases.handoffOpenNoPromise, { team: name })
    : fillPhrase(phrases.handoffClosed, { team: name, opens: describeMoment(workspace, opens, spoken) });
}

const hour = 3_600_000;

/** "2 hours" in the language spoken. */
function describeDuration(duration: number, language: string): string {
  const [value, unit] = duration < hour ? [duration / 60_000, 'minute'] : [duration / hour, 'hour'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.ceil(value));
}
