import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { MessageEchoed } from '../../core/event.js';
import { messages } from './schema/messages.js';
import type { Drizzle } from './binding.js';
import type { Outbox } from './outbox.js';
import { isKnownToPlatform } from './settling.js';
import type { Thread } from './threads.js';

type Echo = Pick<MessageEchoed, 'metadata' | 'platformMessageId' | 'text'>;

/** Finds the message of ours that an echo repeats; null: somebody else wrote it. */
export type FindOwn = (thread: Thread, echo: Echo) => string | null;

/**
 * Sure signs first: our id in the metadata, then the platform's id. Where the platform echoes no metadata and our send
 * has had no answer yet, the newest message on the wire with the same words is taken to be it.
 */
export function prepareFindOwn(db: Drizzle, outbox: Outbox): FindOwn {
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
