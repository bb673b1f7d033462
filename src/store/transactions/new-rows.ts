import type { HandoffChange, HandoffOpening, Inquiry, NewNote, ReceivedMessage } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import { linksOf, type OutgoingMessage } from '../../core/message.js';
import { handoffPriorities, type HandoffPriority } from '../../core/resources.js';
import { dueAtOf } from '../../core/service-clock.js';
import type { Seals } from '../sealing/seals.js';
import type { Verdict } from './rows.js';
import type { Thread } from './thread.js';

/** Rows as they are first written, but for what the database fills in; the columns are those of the engines' tables. */

export function scopeOf({ number: conversation, workspace, account }: Thread) {
  return { conversation, workspace, account };
}

export function eventRow(seals: Seals, thread: Thread, event: Event, verdict: Verdict) {
  const { payload, sealed } = seals.event(thread, event, verdict.isSensitive);
  return {
    id: event.id,
    ...scopeOf(thread),
    kind: event.kind,
    occurredAt: event.occurredAt,
    receivedAt: event.receivedAt,
    disposition: verdict.disposition,
    changedConsent: verdict.changedConsent,
    payload,
    trace: verdict.trace,
    sealed: verdict.brokenSeal ?? sealed,
  };
}

export function receivedRow(seals: Seals, thread: Thread, eventId: string, message: ReceivedMessage) {
  const { text, attachments } = message;
  return {
    id: message.id,
    ...scopeOf(thread),
    direction: 'in' as const,
    ...seals.body(thread, { ...message, body: { text, ...(attachments && { attachments }) } }),
    at: message.occurredAt,
    eventId,
    platformMessageId: message.platformMessageId,
    from: message.from,
    via: message.via,
  };
}

export function outgoingRow(seals: Seals, thread: Thread, now: number, message: OutgoingMessage) {
  return {
    id: message.id,
    ...scopeOf(thread),
    direction: 'out' as const,
    ...seals.body(thread, message),
    at: now,
    eventId: message.eventId,
    state: message.state,
    stateAt: now,
    refusal: message.refusal ?? null,
    speaker: message.speaker,
    basis: message.basis,
    isBots: isBots(message),
    epoch: message.epoch,
    attempts: 0,
  };
}

/** The tracked links of a message. */
export function linkRows(thread: Thread, { id: messageId, body }: OutgoingMessage) {
  return linksOf(body).map(({ code, target }) => ({ code, ...scopeOf(thread), messageId, target }));
}

const awaitedKinds = { fetchProfile: 'profile', lookUp: 'lookup', drawCoupon: 'coupon' } as const;

/** What is asked stands in it only as long as the answer is awaited: it may be something that the contact said. */
export function requestRow(seals: Seals, thread: Thread, asked: Inquiry) {
  const { requestId, timesOutAt, kind } = asked;
  const { inquiry, sealed } = seals.inquiry(thread, asked);
  const told = kind === 'fetchProfile' ? null : inquiry;
  return { ...scopeOf(thread), requestId, kind: awaitedKinds[kind], timesOutAt, inquiry: told, sealed };
}

/** Nobody has done anything about it yet. */
const asOpened = {
  state: 'open',
  waitsFor: 'team',
  resolveLeft: null,
  assigneeId: null,
  assignee: null,
  assignedAt: null,
  snoozedUntil: null,
  closedBy: null,
  outcome: null,
  rating: null,
} as const;

export function handoffRow(seals: Seals, thread: Thread, opening: HandoffOpening) {
  const { priority = null, isSensitive: _, ...rest } = opening;
  return {
    ...rest,
    priority,
    rank: rankOf(priority),
    dueAt: dueAtOf({ ...opening, firstReplyAt: null }),
    ...seals.handoff(thread, opening),
    ...asOpened,
    waitingSince: opening.openedAt,
    ...scopeOf(thread),
  };
}

/** What an update writes: as the change says, and by what it is looked up. */
export function handoffColumns(change: HandoffChange) {
  return change.priority === undefined ? change : { ...change, rank: rankOf(change.priority) };
}

export function noteRow(thread: Thread, eventId: string, note: NewNote) {
  return { ...note, eventId, ...scopeOf(thread) };
}

/** 0 is the most urgent: in this order they are looked up. */
export function rankOf(priority: HandoffPriority | null): number {
  return handoffPriorities.length - 1 - handoffPriorities.indexOf(priority ?? 'normal');
}

/** The confirmation of STOP is the law's word, not the bot's: no take-over silences it. */
function isBots({ speaker, basis }: OutgoingMessage): boolean {
  return speaker.kind !== 'person' && !(basis.kind === 'confirmation' && basis.of === 'stop');
}
