import { asc, eq, sql } from 'drizzle-orm';
import type { ContactExport, LedgerLine, Reads } from '../reads.js';
import type { ContactReads } from './contacts.js';
import type { HandoffReads } from './handoffs.js';
import type { OutcomeReads } from './outcomes.js';
import type { StoryReads } from './stories.js';
import { prepareQuery, type Query, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type Sources = Pick<Reads, 'readTrace' | 'readLedger'> &
  Pick<ContactReads, 'readWholeContact'> &
  Pick<StoryReads, 'readWholeStory'> &
  Pick<HandoffReads, 'readHandoffsOf'> &
  Pick<OutcomeReads, 'readOutcomesOf'>;

/** Everything that we hold about a contact, what they said in confidence too (P11; GDPR art. 15 and 20). */
export function prepareExport(
  db: SharedDatabase,
  { clicks, conversations, coupons, links, merges, notes }: Tables,
  sources: Sources,
): Reads['exportContact'] {
  const clicksOf = prepareQuery(
    'read_clicks_of',
    db
      .select({ code: clicks.code, target: links.target, at: clicks.at })
      .from(clicks)
      .innerJoin(links, eq(links.code, clicks.code))
      .innerJoin(conversations, eq(conversations.number, clicks.conversation))
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(clicks.sequence)),
  );

  const couponsOf = prepareQuery(
    'read_coupons_of',
    db
      .select({ list: coupons.list, code: coupons.code, at: coupons.givenAt })
      .from(coupons)
      .innerJoin(conversations, eq(conversations.number, coupons.conversation))
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(coupons.sequence)),
  );

  const notesOf = prepareNotesOf(db, { conversations, notes });
  const ledgersOf = prepareLedgersOf(db, { conversations, merges }, sources);

  return async (contactId): Promise<ContactExport | null> => {
    const contact = await sources.readWholeContact(contactId);
    if (contact === null) return null;
    const { conversationId, conversation } = contact;
    return {
      contact,
      story: await sources.readWholeStory(conversationId),
      events: await sources.readTrace(conversationId),
      consent: conversation.consent,
      ledger: await ledgersOf(contact.id, conversationId),
      handoffs: await sources.readHandoffsOf(conversationId),
      notes: await notesOf({ conversationId }),
      outcomes: await sources.readOutcomesOf(conversationId),
      coupons: await couponsOf({ conversationId }),
      clicks: await clicksOf({ conversationId }),
    };
  };
}

function prepareNotesOf(
  db: SharedDatabase,
  { conversations, notes }: Pick<Tables, 'conversations' | 'notes'>,
): Query<ContactExport['notes'][number]> {
  return prepareQuery(
    'read_notes_of',
    db
      .select({ author: notes.author, text: notes.text, at: notes.at })
      .from(notes)
      .innerJoin(conversations, eq(conversations.number, notes.conversation))
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(notes.sequence)),
  );
}

/** The chain of the contact, and those of whoever turned out to be them. */
function prepareLedgersOf(
  db: SharedDatabase,
  { conversations, merges }: Pick<Tables, 'conversations' | 'merges'>,
  { readLedger }: Pick<Reads, 'readLedger'>,
): (contactId: string, conversationId: string) => Promise<readonly LedgerLine[]> {
  const merged = prepareQuery(
    'read_merged_into',
    db
      .select({ contactId: merges.contactId })
      .from(merges)
      .innerJoin(conversations, eq(conversations.number, merges.conversation))
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(merges.mergedAt), asc(merges.contactId)),
  );
  return async (contactId, conversationId) => {
    const others = (await merged({ conversationId })).map((one) => one.contactId);
    return (await Promise.all([contactId, ...others].map((id) => readLedger(id)))).flat();
  };
}
