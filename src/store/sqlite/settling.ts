import { and, eq, sql } from 'drizzle-orm';
import type { Settling } from '../transactions/rows.js';
import { messages } from './schema/messages.js';
import { bound, type Drizzle } from './binding.js';
import type { SqliteOutbox } from './outbox.js';

export function prepareSettling(db: Drizzle, outbox: SqliteOutbox): Settling {
  const advance = { delivered: prepareAdvance(db, 'delivered'), read: prepareAdvance(db, 'read') };
  const fail = prepareFail(db);
  return {
    settle({ number }, now, { messageId, platformMessageId }) {
      const message = outbox.find(number, messageId);
      if (message?.attempts) outbox.arrive(message.sequence, now, platformMessageId);
    },
    fail({ number: conversation }, now, { messageId, explanation }) {
      fail.run({ conversation, now, messageId, explanation });
    },
    advance({ number: conversation }, now, { to, platformMessageIds, upTo }) {
      for (const platformMessageId of platformMessageIds) {
        advance[to].byId.run({ conversation, now, platformMessageId });
      }
      if (upTo !== null) advance[to].upTo.run({ conversation, now, upTo });
    },
  };
}

const isOfConversation = eq(messages.conversation, sql.placeholder('conversation'));

/** Word for word the condition of the index `messages_by_platform_id`. */
export const isKnownToPlatform = sql`${messages.direction} = 'out' and ${messages.platformMessageId} is not null`;

function prepareFail(db: Drizzle) {
  const isNamed = eq(messages.id, sql.placeholder('messageId'));
  const isTried = sql`${messages.direction} = 'out' and ${messages.attempts} > 0`;
  const isUndelivered = sql`${messages.state} in ('sending', 'sent', 'unknown')`;
  const explanation = bound(messages.explanation, 'explanation');
  return (
    db
      .update(messages)
      // Without its token no answer to the send takes the failure back; see `prepareArrive`.
      .set({ state: 'failed', stateAt: bound(messages.stateAt, 'now'), explanation, token: null })
      .where(and(isOfConversation, isNamed, isTried, isUndelivered))
      .prepare()
  );
}

function prepareAdvance(db: Drizzle, to: 'delivered' | 'read') {
  const isShort =
    to === 'read' ? sql`${messages.state} <> 'read'` : sql`${messages.state} not in ('delivered', 'read')`;
  const isNamed = eq(messages.platformMessageId, sql.placeholder('platformMessageId'));
  // A moment proves nothing of a message whose fate is unknown. Sends are counted from their beginning: by the platform's
  // clock it had the message before its answer reached us.
  const isBefore = sql`${messages.state} in ('sent', 'delivered') and ${messages.claimedAt} <= ${sql.placeholder('upTo')}`;
  const update = db
    .update(messages)
    .set({ state: to, stateAt: bound(messages.stateAt, 'now'), explanation: null });
  return {
    byId: update.where(and(isOfConversation, isKnownToPlatform, isNamed, isShort)).prepare(),
    upTo: update.where(and(isOfConversation, isBefore, isShort)).prepare(),
  };
}
