import { and, eq, sql } from 'drizzle-orm';
import { linksOf } from '../../core/message.js';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** What a link's booking counts as stands in the message that carries the link. */
export function prepareLinkReads(
  db: SharedDatabase,
  { conversations, links, messages }: Tables,
): Pick<Reads, 'findLink'> {
  const isItsMessage = and(eq(messages.conversation, links.conversation), eq(messages.id, links.messageId));
  const byCode = prepareQuery(
    'find_link',
    db
      .select({ conversationId: conversations.id, body: messages.body })
      .from(links)
      .innerJoin(conversations, eq(conversations.number, links.conversation))
      .innerJoin(messages, isItsMessage)
      .where(eq(links.code, sql.placeholder('code'))),
  );
  return {
    async findLink(code) {
      const [found] = await byCode({ code });
      if (found === undefined) return null;
      const link = linksOf(found.body).find((one) => one.code === code);
      return { conversationId: found.conversationId, outcome: link?.outcome ?? null };
    },
  };
}
