import { and, asc, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { conversations } from './schema/conversations.js';
import { merges } from './schema/merges.js';
import { messages } from './schema/messages.js';
import { openBody } from '../sealing/open-rows.js';
import type { Seals } from '../sealing/seals.js';
import { claimToken, sequenceIn } from '../transactions/claim-token.js';
import type { Move, OpenMessage, Outbox } from '../transactions/rows.js';
import { bound, type Drizzle } from './binding.js';
import { compileGet, compileRun } from './compiled.js';

/** The port's outbox, and what only this engine's rooms ask of it. */
export type SqliteOutbox = ReturnType<typeof prepareOutbox>;

const isOfConversation = eq(messages.conversation, sql.placeholder('conversation'));
const isInOutbox = eq(messages.outboxOf, sql.placeholder('conversation'));
const hasId = eq(messages.id, sql.placeholder('id'));
const isRow = eq(messages.sequence, sql.placeholder('sequence'));
const now = bound(messages.stateAt, 'now');

export function prepareOutbox(db: Drizzle, seals: Seals) {
  const next = prepareNext(db);
  const byId = prepareById(db);
  const byToken = prepareByToken(db);
  const byMerged = prepareByMerged(db);
  const move = prepareMove(db);
  const begin = prepareBegin(db);
  const arrive = prepareArrive(db);
  const doubtAll = prepareDoubt(db);
  const restart = compileRun(db, db.update(messages).set({ stateAt: now }).where(isRow));

  const outbox: Outbox = {
    findNext({ number: conversation, contactId }, after) {
      const row = next({ conversation, after });
      if (row === undefined) return undefined;
      const { sealed, ...message } = row;
      const body = openBody(message, {
        contactId,
        key: sealed === null ? null : seals.keyOf(contactId),
        sealed,
      });
      // Of outgoing messages none of these columns is null.
      return { ...message, body: body ?? message.body, isUnreadable: body === null } as OpenMessage;
    },
    findClaimed: ({ id, conversationId, token }) =>
      byToken({ sequence: sequenceIn(token), id, conversationId, token }) ??
      byMerged.get({ sequence: sequenceIn(token), id, conversationId, token }),
    move: (sequence, at, to: Move) =>
      void move({ refusal: null, explanation: null, dueAt: null, ...to, sequence, now: at }),
    begin(sequence, at, secret) {
      const token = claimToken(sequence, secret);
      begin({ sequence, now: at, token });
      return token;
    },
    arrive: (sequence, at, platformMessageId) => void arrive({ sequence, now: at, platformMessageId }),
    restart: (sequence, at) => void restart({ sequence, now: at }),
  };
  return {
    ...outbox,
    find: (conversation: number, id: string) => byId.get({ conversation, id }),
    /** Whatever is being sent: its process is gone. */
    doubtAll: (at: number, explanation: string) => void doubtAll.run({ now: at, explanation }),
  };
}

function prepareNext(db: Drizzle) {
  const { sequence, id, body, sealed, basis, speaker, epoch, attempts, state, stateAt, dueAt } = messages;
  const columns = { sequence, id, body, sealed, basis, speaker, epoch, attempts, state, stateAt, dueAt };
  return compileGet(
    db,
    columns,
    db
      .select(columns)
      .from(messages)
      .where(and(isInOutbox, gt(messages.sequence, sql.placeholder('after'))))
      .orderBy(asc(messages.sequence))
      .limit(1),
  );
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
  const columns = { sequence, state };
  return compileGet(
    db,
    columns,
    db
      .select(columns)
      .from(messages)
      .innerJoin(conversations, eq(conversations.number, messages.conversation))
      .where(and(isClaim, isConversation)),
  );
}

/** Of a conversation that has become part of another one since. */
function prepareByMerged(db: Drizzle) {
  const { sequence, state } = messages;
  const isClaim = and(isRow, hasId, eq(messages.token, sql.placeholder('token')));
  return db
    .select({ sequence, state })
    .from(messages)
    .innerJoin(merges, eq(merges.conversation, messages.conversation))
    .where(and(isClaim, eq(merges.conversationId, sql.placeholder('conversationId'))))
    .prepare();
}

function prepareMove(db: Drizzle) {
  return compileRun(
    db,
    db
      .update(messages)
      .set({
        state: bound(messages.state, 'state'),
        stateAt: now,
        refusal: bound(messages.refusal, 'refusal'),
        explanation: bound(messages.explanation, 'explanation'),
        dueAt: bound(messages.dueAt, 'dueAt'),
      })
      .where(isRow),
  );
}

function prepareBegin(db: Drizzle) {
  return compileRun(
    db,
    db
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
      .where(isRow),
  );
}

function prepareArrive(db: Drizzle) {
  /** The platform has reported that it came to nothing: what it had said before does not take that back. */
  const hasFailed = sql`(${messages.state} = 'failed' and ${messages.token} is null)`;
  const isShort = sql`(${messages.state} not in ('sent', 'delivered', 'read') and not ${hasFailed})`;
  const platformMessageId = bound(messages.platformMessageId, 'platformMessageId');
  return compileRun(
    db,
    db
      .update(messages)
      .set({
        state: sql`case when ${isShort} then 'sent' else ${messages.state} end`,
        stateAt: sql`case when ${isShort} then ${now} else ${messages.stateAt} end`,
        refusal: null,
        explanation: sql`case when ${hasFailed} then ${messages.explanation} end`,
        platformMessageId: sql`coalesce(${messages.platformMessageId}, ${platformMessageId})`,
      })
      .where(isRow),
  );
}

function prepareDoubt(db: Drizzle) {
  return db
    .update(messages)
    .set({ state: 'unknown', stateAt: now, explanation: bound(messages.explanation, 'explanation') })
    .where(and(isNotNull(messages.outboxOf), eq(messages.state, 'sending')))
    .prepare();
}
