import { and, count, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';

/** Rows that point at something which is gone, and which no foreign key holds; in words, empty: there are none. */
export async function findOrphans(db: SharedDatabase, tables: Tables): Promise<readonly string[]> {
  // One after the other: they share one connection, and its snapshot.
  const found = [
    await countEvents(db, tables),
    await countWords(db, tables),
    await countLinks(db, tables),
    await countClicks(db, tables),
  ];
  return found.flatMap(([rows, what]) => (rows === 0 ? [] : [`${rows} ${what}`]));
}

type Orphans = readonly [rows: number, what: string];

async function countEvents(db: SharedDatabase, { events, conversations }: Tables): Promise<Orphans> {
  const [found] = await db
    .select({ rows: count() })
    .from(events)
    .leftJoin(conversations, eq(conversations.number, events.conversation))
    // An erased conversation leaves the bare ids of its events.
    .where(and(isNull(conversations.number), ne(events.disposition, 'erased'), isNotNull(events.payload)));
  return [found?.rows ?? 0, 'events still have what they said, though their conversation is gone.'];
}

async function countWords(db: SharedDatabase, { ledger, ledgerWords }: Tables): Promise<Orphans> {
  const isOfLine = and(
    eq(ledger.contactId, ledgerWords.contactId),
    eq(ledger.sequence, ledgerWords.sequence),
  );
  const [found] = await db
    .select({ rows: count() })
    .from(ledgerWords)
    .leftJoin(ledger, isOfLine)
    .where(isNull(ledger.contactId));
  return [found?.rows ?? 0, 'words of the consent ledger belong to no line of it.'];
}

async function countLinks(db: SharedDatabase, { links, messages }: Tables): Promise<Orphans> {
  const isOfMessage = and(eq(messages.conversation, links.conversation), eq(messages.id, links.messageId));
  const [found] = await db
    .select({ rows: count() })
    .from(links)
    .leftJoin(messages, isOfMessage)
    .where(isNull(messages.id));
  return [found?.rows ?? 0, 'tracked links were said in no message.'];
}

async function countClicks(db: SharedDatabase, { clicks, links }: Tables): Promise<Orphans> {
  const [found] = await db
    .select({ rows: count() })
    .from(clicks)
    .leftJoin(links, eq(links.code, clicks.code))
    .where(isNull(links.code));
  return [found?.rows ?? 0, 'clicks are on links that are gone.'];
}
