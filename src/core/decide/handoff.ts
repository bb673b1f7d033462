import type { UnansweredComment } from '../conversation.js';
import type { HandoffReason } from '../effect.js';
import { describeMoment, isOpenAt, nextOpeningAfter } from '../office-hours.js';
import { fillPhrase } from '../template.js';
import type { HandoffPriority, Team } from '../resources.js';
import { startClock, type Promises } from '../service-clock.js';
import type { Draft } from './draft.js';
import { calendarOf } from './handoff-clock.js';
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
  const { handoff, ownership, blocked } = draft.conversation;
  if (handoff !== null || blocked) return;
  const team = request.team ?? firstTeam(draft);
  askForHandoff(draft, request, team, team ?? nothingPromised);
  giveTo(draft, 'human');
  if (request.announces && ownership.owner === 'bot') announce(draft, team, request, comment);
}

export function firstTeam(draft: Draft): Team | null {
  return draft.workspace.teams.values().next().value ?? null;
}

/** A person takes a chat that the bot had. Nobody was promised anything, and there is nothing to be told. */
export function takeUnasked(draft: Draft): void {
  askForHandoff(draft, { reason: 'taken', note: '' }, firstTeam(draft), nothingPromised);
}

const nothingPromised: Promises = { firstReply: null, resolve: null };

type Opening = Pick<HandoffRequest, 'reason' | 'note' | 'priority' | 'reference' | 'isSensitive'>;

function askForHandoff(draft: Draft, request: Opening, team: Team | null, promises: Promises): void {
  const id = `${draft.event.id}.handoff`;
  const { reason, note, priority, reference, isSensitive } = request;
  const clock = startClock(calendarOf(draft.workspace, team), draft.now, promises);
  draft.ask({
    kind: 'openHandoff',
    handoff: {
      id,
      team: team?.name ?? null,
      reason,
      note,
      openedAt: draft.now,
      firstReplyDueAt: clock.firstReplyDueAt,
      resolveDueAt: clock.resolveDueAt,
      ...(priority ? { priority } : {}),
      ...(reference ? { reference } : {}),
      ...(isSensitive ? { isSensitive: true } : {}),
    },
  });
  const opened = { id, team: team?.name ?? null, takenBy: null, clock };
  draft.change({ handoff: priority ? { ...opened, priority } : opened });
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
  const calendar = calendarOf(workspace, team);
  if (isOpenAt(calendar, now)) {
    const within = team?.firstReply == null ? null : describeDuration(team.firstReply, spoken);
    return within === null
      ? fillPhrase(phrases.handoffOpenNoPromise, { team: name })
      : fillPhrase(phrases.handoffOpen, { team: name, within });
  }
  const opens = nextOpeningAfter(calendar, now);
  return opens === null
    ? fillPhrase(phrases.handoffOpenNoPromise, { team: name })
    : fillPhrase(phrases.handoffClosed, { team: name, opens: describeMoment(calendar, opens, spoken) });
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
