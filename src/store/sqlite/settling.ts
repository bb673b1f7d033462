import { and, eq, sql } from 'drizzle-orm';
import type { Effect } from '../../core/effect.js';
import { messages } from './schema/messages.js';
import { bound, type Drizzle } from './binding.js';
import type { Outbox } from './outbox.js';
import type { Thread } from './threads.js';

type Settlement = Extract<Effect, { kind: 'settleMessage' }>;
type Advance = Extract<Effect, { kind: 'advanceMessages' }>;

/** What platforms report of our messages. States only go forward, in whatever order reports arrive. */
export type Settling = ReturnType<typeof prepareSettling>;

export function prepareSettling(db: Drizzle, outbox: Outbox) {
  const advance = { delivered: prepareAdvance(db, 'delivered'), read: prepareAdvance(db, 'read') };
  return {
    /** The report proves that the message arrived, whatever we thought of it; one never tried cannot be meant. */
    settle({ number }: Thread, now: number, { messageId, platformMessageId }: Settlement): void {
      const message = outbox.find(number, messageId);
      if (message?.attempts) outbox.arrive(message.sequence, now, platformMessageId);
    },
    advance({ number: conversation }: Thread, now: number, { to, platformMessageIds, upTo }: Advance): void {
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

function prepareAdvance(db: Drizzle, to: 'delivered' | 'read') {
  const isShort =
    to === 'read' ? sql`${messages.state} <> 'read'` : sql`${messages.state} not in ('delivered', 'read')`;
  const isNamed = eq(messages.platformMessageId, sql.placeholder('platformMessageId'));
  // A moment proves nothing of a message whose fate is unknown. Sends are counted from their beginning: by the platform's
  // clock it had the message before its answer reached us.
  const isBefore = sql`${messages.state} in ('sent', 'delivered') and ${messages.claimedAt} <= ${sql.placeholder('upTo')}`;
  const update = db.update(messages).set({ state: to, stateAt: bound(messages.stateAt, 'now') });
  return {
    byId: update.where(and(isOfConversation, isKnownToPlatform, isNamed, isShort)).prepare(),
    upTo: update.where(and(isOfConversation, isBefore, isShort)).prepare(),
  };
}
