import { count, eq, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { ledgerWords } from './schema/consent.js';
import { aliases, conversations, requests } from './schema/conversations.js';
import { contactTags } from './schema/contact-tags.js';
import { contactKeys } from './schema/contact-keys.js';
import { coupons } from './schema/coupons.js';
import { erasures } from './schema/erasures.js';
import { events } from './schema/events.js';
import { handoffs } from './schema/handoffs.js';
import { clicks, links } from './schema/links.js';
import { merges } from './schema/merges.js';
import { messages } from './schema/messages.js';
import { notes } from './schema/notes.js';
import { outcomes } from './schema/outcomes.js';
import { privateReplies } from './schema/private-replies.js';
import { timers } from './schema/timers.js';
import { uploads } from './schema/uploads.js';
import type { ErasureReport } from '../store.js';
import { rowOf, type Drizzle } from './binding.js';
import type { WordIndex } from './search/word-index.js';
import type { Suppressions } from './suppressions.js';

/** Removes a contact's rows, all in one transaction; null: there is no such contact. */
export type EraseRows = (contactId: string, now: number) => ErasureReport | null;

/** Tables whose rows go with the conversation: those that point at others before those that are pointed at. */
const belongings = [
  clicks,
  links,
  timers,
  requests,
  contactTags,
  notes,
  handoffs,
  outcomes,
  privateReplies,
  merges,
  uploads,
  messages,
  aliases,
] as const;

interface ErasureParts {
  readonly suppressions: Suppressions;
  readonly words: WordIndex;
}

/**
 * With everybody who turned out to be them. What stays (P11): the ids of events, salted hashes that keep a late repetition from being a new contact's first word;
 * the ledger's chain without what opens its commitments; that this id was erased, for a backup that still has it; and,
 * after STOP, a salted suppression entry. Outcomes go too, and with them from the counts: an outcome is something that
 * this person did. A code that they were given stays given, to nobody.
 */
export function prepareEraseRows(db: Drizzle, { suppressions, words }: ErasureParts): EraseRows {
  const find = db.select().from(conversations).where(equals(conversations.contactId)).prepare();
  const findMerged = db.select().from(merges).where(equals(merges.conversation)).prepare();
  const findSurvivor = db
    .select({ contactId: conversations.contactId })
    .from(merges)
    .innerJoin(conversations, eq(conversations.number, merges.conversation))
    .where(equals(merges.contactId))
    .prepare();
  const findAliases = db.select().from(aliases).where(equals(aliases.conversation)).prepare();
  const removeBelongings = prepareRemoveBelongings(db, words);
  const countMessages = db
    .select({ count: count() })
    .from(messages)
    .where(equals(messages.conversation))
    .prepare();
  const removeConversation = prepareRemoval(db, conversations, conversations.number);
  const removeKey = prepareRemoval(db, contactKeys, contactKeys.contactId);
  const removeWords = prepareRemoval(db, ledgerWords, ledgerWords.contactId);
  const blankEvents = db
    .update(events)
    .set({ payload: null, trace: null, sealed: null, disposition: 'erased' })
    .where(equals(events.conversation))
    .prepare();
  const disownCoupons = db
    .update(coupons)
    .set({ conversation: null, requestId: null })
    .where(equals(coupons.conversation))
    .prepare();
  const remember = db.insert(erasures).values(rowOf(erasures)).onConflictDoNothing().prepare();

  return (asked, now) => {
    const contactId = findSurvivor.get({ of: asked })?.contactId ?? asked;
    const found = find.get({ of: contactId });
    if (found === undefined) return null;
    removeKey(contactId);
    const { stopped } = found.state.consent;
    const of = found.number;
    for (const alias of findAliases.all({ of })) suppressions.keep(alias, stopped, now);
    const messageCount = countMessages.get({ of })?.count ?? 0;
    const whose = [contactId, ...findMerged.all({ of }).map((merged) => merged.contactId)];
    removeBelongings(of);
    disownCoupons.run({ of });
    removeConversation(of);
    blankEvents.run({ of });
    const { workspace, account } = found;
    for (const id of whose) remember.run({ contactId: id, workspace, account, erasedAt: now });
    const ledgerEntries = whose.reduce((sum, id) => sum + removeWords(id), 0);
    return { contactId, messages: messageCount, ledgerEntries, suppressed: stopped !== null };
  };
}

function prepareRemoveBelongings(db: Drizzle, words: WordIndex): (conversation: number) => void {
  const removals = belongings.map((table) => prepareRemoval(db, table, table.conversation));
  return (conversation) => {
    words.forgetConversation(conversation);
    for (const remove of removals) remove(conversation);
    words.followRemoval();
  };
}

function equals(column: SQLiteColumn): SQL {
  return eq(column, sql.placeholder('of'));
}

function prepareRemoval(
  db: Drizzle,
  table: SQLiteTable,
  column: SQLiteColumn,
): (of: string | number) => number {
  const removal = db.delete(table).where(equals(column)).prepare();
  return (of) => removal.run({ of }).changes;
}
