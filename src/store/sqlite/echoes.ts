import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { openBody } from '../sealing/open-rows.js';
import type { Seals } from '../sealing/seals.js';
import { isEchoOf } from '../transactions/echoed-words.js';
import type { FindOwn } from '../transactions/rows.js';
import { messages } from './schema/messages.js';
import type { Drizzle } from './binding.js';
import type { SqliteOutbox } from './outbox.js';
import { isKnownToPlatform } from './settling.js';

export function prepareFindOwn(db: Drizzle, outbox: SqliteOutbox, seals: Seals): FindOwn {
  const isOfConversation = eq(messages.conversation, sql.placeholder('conversation'));
  const isInOutbox = eq(messages.outboxOf, sql.placeholder('conversation'));
  const isIt = eq(messages.platformMessageId, sql.placeholder('platformMessageId'));
  const byPlatformId = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(isKnownToPlatform, isOfConversation, isIt))
    .prepare();
  const onTheWire = db
    .select({ id: messages.id, body: messages.body, sealed: messages.sealed })
    .from(messages)
    .where(and(isInOutbox, ne(messages.state, 'queued')))
    .orderBy(desc(messages.sequence))
    .prepare();

  return ({ number: conversation, contactId }, { metadata, platformMessageId, text }) => {
    if (metadata !== null && outbox.find(conversation, metadata) !== undefined) return metadata;
    const known = byPlatformId.get({ conversation, platformMessageId });
    const bodyOf = ({ sealed, ...message }: ReturnType<typeof onTheWire.all>[number]) =>
      openBody(message, { contactId, key: sealed === null ? null : seals.keyOf(contactId), sealed });
    const likely = () =>
      text === null
        ? undefined
        : onTheWire.all({ conversation }).find((message) => {
            const body = bodyOf(message);
            return body !== null && isEchoOf(body, text);
          });
    return (known ?? likely())?.id ?? null;
  };
}
