import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { MessageState, Refusal } from '../../core/message.js';
import { conversations } from './schema/conversations.js';
import { messages } from './schema/messages.js';
import type { ClaimedMessage, QueuedMessage } from '../store.js';
import { bound, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

/** An outgoing message that is not settled, or was not when the claim came by. */
export interface OpenMessage extends QueuedMessage {
  readonly sequence: number;
  readonly state: 'queued' | 'sending' | 'unknown';
  readonly stateAt: number;
  readonly dueAt: number | null;
}

/** Where a message goes next. What is left out is cleared. */
export interface Move {
  readonly state: MessageState;
  readonly refusal?: Refusal;
  readonly explanation?: string;
  readonly dueAt?: number;
}

type Claimed = Pick<ClaimedMessage, 'id' | 'conversationId' | 'token'>;

/** Outgoing messages on their way: what claim, record and reports see and change of them. */
export type Outbox = ReturnType<typeof prepareOutbox>;

const isOfConversation = eq(messages.conversation, sql.placeholder('conversation'));
const isInOutbox = eq(messages.outboxOf, sql.placeholder('conversation'));
const hasId = eq(messages.id, sql.placeholder('id'));
const isRow = eq(messages.sequence, sql.placeholder('sequence'));
const now = bound(messages.stateAt, 'now');

export function prepareOutbox(db: Drizzle) {
  const next = prepareNext(db);
  const byId = prepareById(db);
  const byToken = prepareByToken(db);
  const move = prepareMove(db);
  const begin = prepareBegin(db);
  const arrive = prepareArrive(db);
  const doubtAll = prepareDoubt(db);
  const restart = db.update(messages).set({ stateAt: now }).where(isRow).prepare();

  return {
    /** The oldest behind the place `after` that is not settled; old unknowns are among them. */
    findNext: ({ number: conversation }: Thread, after: number) =>
      // Of outgoing messages none of these columns is null.
      next.get({ conversation, after }) as OpenMessage | undefined,
    find: (conversation: number, id: string) => byId.get({ conversation, id }),
    findClaimed: ({ id, conversationId, token }: Claimed) =>
      byToken.get({ sequence: sequenceIn(token), id, conversationId, token }),
    move: (sequence: number, at: number, to: Move) =>
      void move.run({ refusal: null, explanation: null, dueAt: null, ...to, sequence, now: at }),
    /** Answers the token that proves the claim. */
    begin(sequence: number, at: number, secret: string): string {
      const token = `${sequence}.${secret}`;
      begin.run({ sequence, now: at, token });
      return token;
    },
    /** Never backwards: an echo or a receipt may have been quicker than the answer to the send. */
    arrive: (sequence: number, at: number, platformMessageId: string | null) =>
      void arrive.run({ sequence, now: at, platformMessageId }),
    /** Counts its waiting from `at`. */
    restart: (sequence: number, at: number) => void restart.run({ sequence, now: at }),
    /** Whatever is being sent: its process is gone. */
    doubtAll: (at: number, explanation: string) => void doubtAll.run({ now: at, explanation }),
  };
}

function prepareNext(db: Drizzle) {
  const { sequence, id, body, basis, speaker, epoch, attempts, state, stateAt, dueAt } = messages;
  return db
    .select({ sequence, id, body, basis, speaker, epoch, attempts, state, stateAt, dueAt })
    .from(messages)
    .where(and(isInOutbox, gt(messages.sequence, sql.placeholder('after'))))
    .orderBy(asc(messages.sequence))
    .limit(1)
    .prepare();
}

/** From the newest back: what is asked for by its id has just been sent. */
function prepareById(db: Drizzle) {
  const { sequence, attempts } = messages;
  return db
    .select({ sequence, attempts })
    .from(messages)
    .where(and(isOfConversation, hasId, eq(messages.direction, 'out')))
    .orderBy(desc(messages.sequence))
    .limit(1)
    .prepare();
}

function prepareByToken(db: Drizzle) {
  const { sequence, state } = messages;
  const isClaim = and(isRow, hasId, eq(messages.token, sql.placeholder('token')));
  const isConversation = eq(conversations.id, sql.placeholder('conversationId'));
  return db
    .select({ sequence, state })
    .from(messages)
    .innerJoin(conversations, eq(conversations.number, messages.conversation))
    .where(and(isClaim, isConversation))
    .prepare();
}

/** A token begins with the number of its message, so that no index is needed for it. */
function sequenceIn(token: string): number {
  return Number.parseInt(token, 10) || 0;
}

function prepareMove(db: Drizzle) {
  return db
    .update(messages)
    .set({
      state: bound(messages.state, 'state'),
      stateAt: now,
      refusal: bound(messages.refusal, 'refusal'),
      explanation: bound(messages.explanation, 'explanation'),
      dueAt: bound(messages.dueAt, 'dueAt'),
    })
    .where(isRow)
    .prepare();
}

function prepareBegin(db: Drizzle) {
  return db
    .update(messages)
    .set({
      state: 'sending',
      stateAt: now,
      claimedAt: now,
      attempts: sql`${messages.attempts} + 1`,
      token: bound(messages.token, 'token'),
      dueAt: null,
      explanation: null,
    })
    .where(isRow)
    .prepare();
}

function prepareArrive(db: Drizzle) {
  const isShort = sql`${messages.state} not in ('sent', 'delivered', 'read')`;
  const platformMessageId = bound(messages.platformMessageId, 'platformMessageId');
  return db
    .update(messages)
    .set({
      state: sql`case when ${isShort} then 'sent' else ${messages.state} end`,
      stateAt: sql`case when ${isShort} then ${now} else ${messages.stateAt} end`,
      refusal: null,
      explanation: null,
      platformMessageId: sql`coalesce(${messages.platformMessageId}, ${platformMessageId})`,
    })
    .where(isRow)
    .prepare();
}

function prepareDoubt(db: Drizzle) {
  return db
    .update(messages)
    .set({ state: 'unknown', stateAt: now, explanation: bound(messages.explanation, 'explanation') })
    .where(and(isNotNull(messages.outboxOf), eq(messages.state, 'sending')))
    .prepare();
}
