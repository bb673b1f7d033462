import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { FindOwn } from '../transactions/rows.js';
import { messages } from './schema/messages.js';
import type { Drizzle } from './binding.js';
import type { SqliteOutbox } from './outbox.js';
import { isKnownToPlatform } from './settling.js';

export function prepareFindOwn(db: Drizzle, outbox: SqliteOutbox): FindOwn {
  const isOfConversation = eq(messages.conversation, sql.placeholder('conversation'));
  const isInOutbox = eq(messages.outboxOf, sql.placeholder('conversation'));
  const isIt = eq(messages.platformMessageId, sql.placeholder('platformMessageId'));
  const byPlatformId = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(isKnownToPlatform, isOfConversation, isIt))
    .prepare();
  const onTheWire = db
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .where(and(isInOutbox, ne(messages.state, 'queued')))
    .orderBy(desc(messages.sequence))
    .prepare();

  return ({ number: conversation }, { metadata, platformMessageId, text }) => {
    if (metadata !== null && outbox.find(conversation, metadata) !== undefined) return metadata;
    const known = byPlatformId.get({ conversation, platformMessageId });
    const likely = () => onTheWire.all({ conversation }).find(({ body }) => body.text === text);
    return (known ?? likely())?.id ?? null;
  };
}
